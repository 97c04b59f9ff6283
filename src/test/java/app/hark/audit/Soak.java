package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import app.hark.drive.HarkServer;

/** Hours of an ordinary day, with nothing broken: what the server holds must not grow with time, save for the messages. */
final class Soak implements Drill {

	private static final int PEOPLE = 20;

	private static final int DEVICES = 10;

	/** Of each device from one send to the next: together fifty a second. */
	private static final Duration PAUSE = Duration.ofMillis(DEVICES * 1_000 / 50);

	private final Duration time;

	Soak(Duration time) {
		this.time = time;
	}

	/** What a server holds at one moment. */
	private record Holding(long heap, long threads, long handles, long database) {

		static Holding of(HarkServer hark) {
			return new Holding(Heap.used(hark) >> 20, count(hark, "task"), count(hark, "fd"),
					hark.data().resolve("hark.mv.db").toFile().length() >> 20);
		}

		private static long count(HarkServer hark, String folder) {
			try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(hark.pid()), folder))) {
				return entries.count();
			} catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
		}

		@Override
		public String toString() {
			return "heap %d MB, %d threads, %d handles, database %d MB".formatted(heap, threads, handles, database);
		}
	}

	@Override
	public String title(Scale scale) {
		return "nothing, for " + time.toMinutes() + " minutes at 50 sends a second";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			scene.history.keepBrief();
			scene.read(hark.url(), 2);
			scene.write(hark.url(), DEVICES, PAUSE);
			scene.awaitSends(1_000);
			Holding begin = Holding.of(hark);
			// The time itself is what is tried here.
			LockSupport.parkNanos(time.toNanos());
			Holding end = Holding.of(hark);
			Latencies latencies = Latencies.of(scene.history);
			Verdict verdict = scene.end();
			judge(verdict.findings(), begin, end);
			return verdict
					.remarking("after a minute " + begin + ", at the end " + end + "; send → reader " + latencies);
		}
	}

	private static void judge(Findings findings, Holding begin, Holding end) {
		if (end.heap() > 2 * begin.heap() || end.threads() > begin.threads() + 20
				|| end.handles() > begin.handles() + 20) {
			findings.add(Figure.ERRORS, "%s became %s", begin, end);
		}
	}
}
