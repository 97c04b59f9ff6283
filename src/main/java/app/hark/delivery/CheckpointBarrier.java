package app.hark.delivery;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The barrier for H2, which by itself writes commits to the disk up to half a second after it has acknowledged them.
 * <p>
 * Group commit: the first thread to arrive runs one checkpoint for all commits so far, whoever comes meanwhile waits for
 * the next one. Hundreds of senders share a sync this way, and a lone one waits for no timer.
 */
final class CheckpointBarrier implements Barrier {

	private final Runnable checkpoint;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition flushed = lock.newCondition();

	// All three are guarded by the lock.
	private long arrived;
	private long durable;
	private boolean flushing;

	/** @param checkpoint returns when all that is committed is on the disk; throws when that is not certain */
	CheckpointBarrier(Runnable checkpoint) {
		this.checkpoint = checkpoint;
	}

	@Override
	public void await() {
		lock.lock();
		try {
			long ticket = ++arrived;
			while (durable < ticket) {
				if (flushing) {
					flushed.awaitUninterruptibly();
				} else {
					flush();
				}
			}
		} finally {
			lock.unlock();
		}
	}

	/** A failed checkpoint fails the thread that ran it alone; each of the others then tries for itself. */
	private void flush() {
		long upTo = arrived;
		flushing = true;
		lock.unlock();
		boolean done = false;
		try {
			checkpoint.run();
			done = true;
		} finally {
			lock.lock();
			flushing = false;
			if (done) {
				durable = upTo;
			}
			flushed.signalAll();
		}
	}
}
