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
			case SHUTTING_DOWN, SENT_AWAY -> {
				// Everybody comes back at a time of their own, so that a restart is no storm.
				events.retry(Duration.ofMillis(200 + random.nextInt(1_000)));
				events.event("bye", null, "");
			}
			case SIGNED_OUT -> events.event("signed-out", null, "");
			case REPLACED -> events.event("replaced", null, "");
		}
		events.flush();
		return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}
}
