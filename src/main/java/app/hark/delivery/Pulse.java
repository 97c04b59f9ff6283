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

	/**
	 * Sends what was written.
	 *
	 * @throws IOException if the reader has left, even if that could still be sent
	 */
	void flush() throws IOException, InterruptedException {
		events.flush();
		lastWrite = System.nanoTime();
		if (ear.seemsDeserted()) {
			probe();
		}
	}

	/**
	 * Waits to be woken; a stream that has been silent for a heartbeat pings, so that both sides notice a dead link.
	 *
	 * @return when that was committed which has woken it, if something has
	 */
	OptionalLong rest() throws IOException, InterruptedException {
		Duration left = heartbeat.minusNanos(System.nanoTime() - lastWrite);
		if (left.isPositive()) {
			var rung = ear.await(left);
			if (ear.seemsDeserted()) {
				probe();
			}
			return rung;
		}
		events.event("ping", null, "");
		flush();
		return OptionalLong.empty();
	}

	/** Somebody who has closed only their own half reads on, and passes over this. To one who has left, the second fails. */
	private void probe() throws IOException, InterruptedException {
		events.comment("");
		events.flush();
		Thread.sleep(ROUND_TRIP);
		events.comment("");
		events.flush();
	}
}
