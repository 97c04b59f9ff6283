package app.hark.drive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of several nodes on a PostgreSQL. Skipped where none can be started, unless the environment has
 * {@code HARK_REQUIRE_POSTGRES=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PackagedTest
@ExtendWith(PostgresIsThere.class)
public @interface PostgresTest {
}
