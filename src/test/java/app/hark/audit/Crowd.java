package app.hark.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many who act at the same instant. */
final class Crowd {

	private Crowd() {
	}

	/** Does it for each number below {@code count}, all from one starting shot, and returns when all are done. */
	static void each(int count, IntConsumer action) throws InterruptedException {
		CyclicBarrier start = new CyclicBarrier(count);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				int number = i;
				all.add(threads.submit(() -> {
					start.await();
					action.accept(number);
					return null;
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		} catch (ExecutionException failed) {
			throw new IllegalStateException(failed.getCause());
		}
	}
}
