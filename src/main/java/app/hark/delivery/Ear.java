package app.hark.delivery;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** How one open stream is woken and ended. Holds a flag and a reason, never a payload, so a slow reader costs no memory. */
final class Ear {

	/** Why the server ends a stream. */
	enum End {
		SHUTTING_DOWN, SIGNED_OUT, REPLACED
	}

	final long owner;
	final String lease;

	// Both are guarded by this object's monitor.
	private boolean rung;
	private @Nullable End end;

	Ear(long owner, String lease) {
		this.owner = owner;
		this.lease = lease;
	}

	synchronized void ring() {
		rung = true;
		notifyAll();
	}

	/** The first reason stays. */
	synchronized void end(End reason) {
		if (end == null) {
			end = reason;
			notifyAll();
		}
	}

	synchronized @Nullable End end() {
		return end;
	}

	/** Waits for a ring or an end, at most so long. A ring from before the call counts, and is used up by it. */
	synchronized void await(Duration atMost) throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (!rung && end == null) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return;
			}
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		rung = false;
	}
}
