package app.hark.drive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application inside the test's own process, on a free port, with real data in a temporary folder, without
 * rate limits, with streams that beat every second. All such tests share one application. {@code mvn verify -Ppostgres} runs them on
 * PostgreSQL, but those with the tag {@code h2}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("application")
@ExtendWith(PostgresIsThere.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"hark.limits.enabled=false",
		"hark.stream.heartbeat=1s"})
@ContextConfiguration(initializers = TemporaryData.class)
public @interface HarkTest {
}
