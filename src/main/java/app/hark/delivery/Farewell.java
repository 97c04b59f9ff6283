package app.hark.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;

/** The last that a stream says: why it ends, and when to come back. */
record Farewell(EventWriter events, SecureRandom random) {

	/** Answers the reason in words. */
	String say(End end) throws IOException {
		switch (end) {
			// Everybody comes back at a time of their own, so that a restart is no storm.
			case SHUTTING_DOWN, SENT_AWAY -> bye(200, 1_000);
			// They leave at times of their own already.
			case HANDED_OVER -> bye(50, 100);
			case SIGNED_OUT -> events.event("signed-out", null, "");
			case REPLACED -> events.event("replaced", null, "");
		}
		events.flush();
		return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** In milliseconds. */
	private void bye(int least, int spread) throws IOException {
		events.retry(Duration.ofMillis(least + random.nextInt(spread)));
		events.event("bye", null, "");
	}
}
