package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	private final AtomicInteger checkpoints = new AtomicInteger();

	@Test
	void aLoneCommitIsFlushedAtOnce() {
		new CheckpointBarrier(checkpoints::incrementAndGet).await();

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
		});
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
		});
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
	void aFailedCheckpointIsSaidAndTheNextOneIsTriedAnew() {
		var barrier = new CheckpointBarrier(() -> {
			if (checkpoints.incrementAndGet() == 1) {
				throw new IllegalStateException("the disk is full");
			}
		});

		assertThatThrownBy(barrier::await).hasMessage("the disk is full");
		barrier.await();

		assertThat(checkpoints).hasValue(2);
	}
}
