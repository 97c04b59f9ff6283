package app.hark.drive;

import java.time.Duration;
import java.util.NoSuchElementException;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.WebDriverException;

/** Waits for what must come true, with a bound: tests never sleep. */
public final class Eventually {

	/** Long enough for a loaded machine; what takes longer than this is broken. */
	public static final Duration SOON = Duration.ofSeconds(15);

	private Eventually() {
	}

	public static void eventually(ThrowingRunnable assertion) {
		eventually(SOON, assertion);
	}

	public static void eventually(Duration atMost, ThrowingRunnable assertion) {
		Awaitility.await().atMost(atMost).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50))
				// What is not on the page or in the list yet, or has just been replaced, may come.
				.ignoreExceptionsMatching(
						e -> e instanceof WebDriverException || e instanceof NoSuchElementException)
				.untilAsserted(assertion);
	}
}
