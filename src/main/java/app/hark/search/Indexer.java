package app.hark.search;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes the index, and how it is begun and ended. Also where it was ended, it can be begun again. */
final class Indexer {

	private static final Logger log = LoggerFactory.getLogger(Indexer.class);

	/** A batch or the end of a merge may have to be waited for. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** Counted down to end the thread. */
	private volatile CountDownLatch end = new CountDownLatch(0);
	private volatile @Nullable Thread thread;

	/** @param work goes on until it is asked to end */
	void begin(Runnable work) {
		awaitEnd();
		end = new CountDownLatch(1);
		thread = Thread.ofPlatform().name("search").daemon().start(work);
	}

	/** Asks it to end, and does not wait. Nothing is interrupted: that would close its file under others. */
	void end() {
		end.countDown();
	}

	boolean isEnding() {
		return end.getCount() == 0;
	}

	void awaitEnd() {
		try {
			var running = thread;
			if (running != null && !running.join(PATIENCE)) {
				log.debug("the search index is left as it is");
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Lets it rest, at most until it is asked to end. */
	void rest(Duration atMost) {
		try {
			var _ = end.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException _) {
			end();
		}
	}
}
