package app.hark.drive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that uses Chromium where it is installed: looks at its console and puts it back, one class at a time, as
 * {@link BrowserTest} does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ResourceLock("browsers")
@ExtendWith(BrowsersInUse.class)
public @interface BrowsersAreUsed {
}
