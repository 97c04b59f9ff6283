package app.hark.delivery;

import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** How one open stream is woken and ended. Holds flags and a number, never a payload, so a slow reader costs no memory. */
final class Ear {

	/** Why a stream ends. */
	enum End {
		SHUTTING_DOWN, SIGNED_OUT, REPLACED, LEFT
	}

	final long owner;
	final String lease;
	private final BooleanSupplier closed;

	// All are guarded by this object's monitor.
	private OptionalLong rung = OptionalLong.empty();
	private long durable;
	private final EnumSet<Whisper> whispers = EnumSet.allOf(Whisper.class);
	private @Nullable End end;
	private boolean over;

	/** @param closed whether the reader has closed the connection: asked by one thread at a time, and not after the stream */
	Ear(long owner, String lease, BooleanSupplier closed) {
		this.owner = owner;
		this.lease = lease;
		this.closed = closed;
	}

	/**
	 * @param head the position up to which the inbox is durable
	 * @param committed when, on the clock of {@link System#nanoTime()}; of several rings the oldest is kept
	 */
	synchronized void ring(long head, long committed) {
		if (rung.isEmpty()) {
			rung = OptionalLong.of(committed);
		}
		durable = Math.max(durable, head);
		notifyAll();
	}

	/** What is whispered may be another now. */
	synchronized void whisper(Whisper what) {
		whispers.add(what);
		notifyAll();
	}

	/** What is to be looked at anew, used up by this; all of it at first. */
	synchronized Set<Whisper> whispers() {
		var heard = EnumSet.copyOf(whispers);
		whispers.clear();
		return heard;
	}

	/** The first reason stays. */
	synchronized void end(End reason) {
		if (end == null) {
			end = reason;
			notifyAll();
		}
	}

	/** Whether the reader has closed the connection, as far as is known here. Waits for nothing. */
	synchronized boolean isDeserted() {
		return !over && closed.getAsBoolean();
	}

	/** The connection now belongs to others. */
	synchronized void over() {
		over = true;
	}

	/** Whether a ring has said that the inbox is durable up to this position. */
	synchronized boolean isDurable(long position) {
		return position <= durable;
	}

	synchronized @Nullable End end() {
		return end;
	}

	/**
	 * Waits for a ring, a whisper or an end, at most so long. A ring from before the call counts, and is used up by it.
	 *
	 * @return when that was committed for which it was rung, if it was
	 */
	synchronized OptionalLong await(Duration atMost) throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (rung.isEmpty() && whispers.isEmpty() && end == null) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return rung;
			}
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		var woken = rung;
		rung = OptionalLong.empty();
		return woken;
	}
}
