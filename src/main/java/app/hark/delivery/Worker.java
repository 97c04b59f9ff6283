package app.hark.delivery;

import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works with a connection of its own, and begins anew a moment after that has failed. */
final class Worker {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** A database that is away for long is not worth a line twice a second. */
	private static final Duration SILENCE = Duration.ofMinutes(1);

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final String name;
	private volatile boolean running;
	private volatile @Nullable Thread thread;

	/** What it does until it {@link #isRunning() is to end}. */
	interface Work {
		void run() throws SQLException, InterruptedException;
	}

	/** @param name of the thread, a verb */
	Worker(String name) {
		this.name = name;
	}

	void start(Work work) {
		running = true;
		thread = Thread.ofPlatform().name("node " + name).daemon().start(() -> run(work));
	}

	/** Does not wait. */
	void stop() {
		running = false;
	}

	boolean isRunning() {
		return running;
	}

	void awaitEnd() {
		try {
			var started = thread;
			if (started != null && !started.join(PATIENCE)) {
				started.interrupt();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(Work work) {
		long told = System.nanoTime() - SILENCE.toNanos();
		while (running) {
			try {
				work.run();
			} catch (SQLException | RuntimeException e) {
				if (running && System.nanoTime() - told >= SILENCE.toNanos()) {
					log.warn("the connection that {} has failed: {}", name, e.toString());
					told = System.nanoTime();
				}
				pause();
			} catch (InterruptedException _) {
				running = false;
			}
		}
	}

	private void pause() {
		try {
			Thread.sleep(PAUSE);
		} catch (InterruptedException _) {
			running = false;
		}
	}
}
