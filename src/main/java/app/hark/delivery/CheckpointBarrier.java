package app.hark.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The barrier for H2, which by itself writes commits to the disk up to half a second after it has acknowledged them.
 * <p>
 * Group commit: the first thread to arrive starts one checkpoint for all commits so far, whoever comes meanwhile waits for
 * the next one. Hundreds of senders share a sync this way, and a lone one waits for no timer. The checkpoint has a thread
 * of its own, because a disk that is full keeps it until there is room and nobody should have to wait for that.
 */
final class CheckpointBarrier implements Barrier {

	/** A checkpoint that takes longer than this is stuck: a spinning disk under load needs a tenth of it. */
	private static final Duration LONG = Duration.ofSeconds(3);

	private final Runnable checkpoint;
	private final Duration patience;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition flushed = lock.newCondition();

	// All are guarded by the lock.
	private long arrived;
	private long durable;
	private long failed;
	private @Nullable RuntimeException failure;
	private boolean flushing;
	private long begun;

	/**
	 * @param checkpoint returns when all that is committed is on the disk; throws when that is not certain
	 * @param patience how long anybody waits for it
	 */
	CheckpointBarrier(Runnable checkpoint, Duration patience) {
		this.checkpoint = checkpoint;
		this.patience = patience;
	}

	/** A failed checkpoint fails all who waited for it; who comes later starts another. */
	@Override
	public void await() {
		lock.lock();
		try {
			long ticket = ++arrived;
			long left = patience.toNanos();
			while (durable < ticket) {
				if (failure != null && ticket <= failed) {
					throw failure;
				}
				if (left <= 0) {
					throw new StorageUnavailableException("no checkpoint within " + patience);
				}
				if (!flushing) {
					start();
				}
				left = flushed.awaitNanos(left);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new StorageUnavailableException("interrupted while waiting for a checkpoint");
		} finally {
			lock.unlock();
		}
	}

	@Override
	public State state() {
		lock.lock();
		try {
			if (flushing && System.nanoTime() - begun > LONG.toNanos()) {
				return State.STUCK;
			}
			return failure == null ? State.FINE : State.FAILED;
		} finally {
			lock.unlock();
		}
	}

	private void start() {
		long upTo = arrived;
		flushing = true;
		begun = System.nanoTime();
		Thread.ofVirtual().name("checkpoint").start(() -> flush(upTo));
	}

	private void flush(long upTo) {
		RuntimeException why = new StorageUnavailableException("a checkpoint ended without a word");
		try {
			checkpoint.run();
			why = null;
		} catch (RuntimeException e) {
			why = e;
		} finally {
			ended(upTo, why);
		}
	}

	private void ended(long upTo, @Nullable RuntimeException why) {
		lock.lock();
		try {
			flushing = false;
			failure = why;
			if (why == null) {
				durable = upTo;
			} else {
				failed = upTo;
			}
			flushed.signalAll();
		} finally {
			lock.unlock();
		}
	}
}
