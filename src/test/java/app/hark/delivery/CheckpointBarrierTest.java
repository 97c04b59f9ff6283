package app.hark.delivery;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CheckpointBarrierTest {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final AtomicInteger checkpoints = new AtomicInteger();

	@Test
	void aLoneCommitIsFlushedAtOnce() {
		new CheckpointBarrier(checkpoints::incrementAndGet, PATIENCE).await();

		assertThat(checkpoints).hasValue(1);
	}

	@Test
	void whoeverCommitsWhileOneFlushesSharesTheNext() throws Exception {
		var flushing = new CountDownLatch(1);
		var goOn = new Semaphore(0);
		var barrier = new CheckpointBarrier(() -> {
			checkpoints.incrementAndGet();
			flushing.countDown();
			goOn.acquireUninterruptibly();
		}, PATIENCE);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> first = threads.submit(barrier::await);
			flushing.await();
			var others = IntStream.range(0, 50).mapToObj(_ -> threads.submit(barrier::await)).toList();

			goOn.release();
			first.get(5, TimeUnit.SECONDS);
			// One of those who came meanwhile stands in the next checkpoint now; it serves all that had arrived by
			// then.
			goOn.release(50);
			for (Future<?> other : others) {
				other.get(5, TimeUnit.SECONDS);
			}
		}
		assertThat(checkpoints.get()).isGreaterThan(1).isLessThan(51);
	}

	@Test
	void nobodyIsLetThroughByACheckpointThatBeganBeforeTheirCommit() throws Exception {
		var began = new Semaphore(0);
		var goOn = new Semaphore(0);
		var barrier = new CheckpointBarrier(() -> {
			began.release();
			goOn.acquireUninterruptibly();
		}, PATIENCE);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> first = threads.submit(barrier::await);
			began.acquire();
			Future<?> late = threads.submit(barrier::await);

			goOn.release();
			first.get(5, TimeUnit.SECONDS);
			began.acquire();

			assertThat(late).isNotDone();
			goOn.release();
			late.get(5, TimeUnit.SECONDS);
		}
	}

	@Test
	void nobodyWaitsLongerThanTheBoundAndLaterCommitsAreServedAgain() {
		var goOn = new Semaphore(0);
		var barrier = new CheckpointBarrier(goOn::acquireUninterruptibly, Duration.ofSeconds(2));

		assertThatThrownBy(barrier::await).isInstanceOf(StorageUnavailableException.class);
		eventually(() -> assertThat(barrier.state()).isEqualTo(Barrier.State.STUCK));

		goOn.release(10);
		eventually(() -> assertThat(barrier.state()).isEqualTo(Barrier.State.FINE));
		barrier.await();
	}

	@Test
	void aFailedCheckpointIsSaidAndTheNextOneIsTriedAnew() {
		var barrier = new CheckpointBarrier(() -> {
			if (checkpoints.incrementAndGet() == 1) {
				throw new IllegalStateException("the disk is full");
			}
		}, PATIENCE);

		assertThatThrownBy(barrier::await).hasMessage("the disk is full");
		assertThat(barrier.state()).isEqualTo(Barrier.State.FAILED);
		barrier.await();
		assertThat(barrier.state()).isEqualTo(Barrier.State.FINE);

		assertThat(checkpoints).hasValue(2);
	}
}
