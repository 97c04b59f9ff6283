package app.hark.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Sends what is written to one stream, and keeps it alive while nothing happens. */
final class Pulse {

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
	 * @throws EOFException if the reader has left, to whom the first packet could still be sent as if it arrived
	 */
	void flush() throws IOException {
		if (ear.isDeserted()) {
			throw new EOFException("The reader has left.");
		}
		events.flush();
		lastWrite = System.nanoTime();
	}

	/**
	 * Waits to be woken; a stream that has been silent for a heartbeat pings, so that both sides notice a dead link.
	 *
	 * @return when that was committed which has woken it, if something has
	 */
	OptionalLong rest() throws IOException, InterruptedException {
		Duration left = heartbeat.minusNanos(System.nanoTime() - lastWrite);
		if (left.isPositive()) {
			return ear.await(left);
		}
		events.event("ping", null, "");
		flush();
		return OptionalLong.empty();
	}
}
