package app.hark.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Sends what is written to one stream, keeps it alive while nothing happens, and notices that its reader has left. */
final class Pulse {

	/** How long a packet may take to somebody who has left, and the answer that there is nobody. */
	private static final Duration ROUND_TRIP = Duration.ofMillis(500);

	private final Ear ear;
	private final EventWriter events;
	private final Duration heartbeat;
	private long lastWrite = System.nanoTime();

	Pulse(Ear ear, EventWriter events, Duration heartbeat) {
		this.ear = ear;
		this.events = events;
		this.heartbeat = heartbeat;
	}

	/** Sends what was written, also to one who has left: the first packet does not tell. */
	void flush() throws IOException {
		events.flush();
		lastWrite = System.nanoTime();
	}

	/**
	 * Makes certain that what was sent has found a reader, where that is in doubt.
	 *
	 * @throws IOException if the reader has left
	 */
	void check() throws IOException, InterruptedException {
		if (ear.seemsDeserted()) {
			// Somebody who has closed only their own half reads on, and passes over this. To one who has left, the
			// second fails.
			events.comment("");
			events.flush();
			Thread.sleep(ROUND_TRIP);
			events.comment("");
			events.flush();
		}
	}

	/**
	 * Waits to be woken; a stream that has been silent for a heartbeat pings, so that both sides notice a dead link.
	 *
	 * @return when that was committed which has woken it, if something has
	 */
	OptionalLong rest() throws IOException, InterruptedException {
		Duration left = heartbeat.minusNanos(System.nanoTime() - lastWrite);
		var rung = OptionalLong.empty();
		if (left.isPositive()) {
			rung = ear.await(left);
		} else {
			events.event("ping", null, "");
			flush();
		}
		if (rung.isEmpty() && ear.end() == null) {
			check();
		}
		return rung;
	}
}
