package app.hark.drive;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that drives the packaged application with Chromium. Skipped where Chromium is not installed, unless the environment
 * has {@code HARK_REQUIRE_BROWSER=true}. Fails on any error in a browser's console that it did not announce. One such class
 * runs at a time, since every browser in use belongs to the test that runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PackagedTest
@ResourceLock("browsers")
@ExtendWith({BrowserIsInstalled.class, BrowsersInUse.class})
public @interface BrowserTest {
}
