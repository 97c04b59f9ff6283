package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;

/** The clock is set back and forward by an hour in the middle of conversations. */
final class WrongTime implements Drill {

	private static final int PEOPLE = 4;

	@Override
	public String title(Scale scale) {
		return "the clock set back and forward by an hour";
	}

	/** Always with the product whose clock can be set. */
	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		Path clock = file();
		WrongClock.set(clock, Duration.ZERO);
		HarkServer hark = Mutation.CLOCK_FROM_A_FILE.start(Scene.HEARTBEAT, WrongClock.FILE + "=" + clock);
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			scene.read(hark.url(), 2);
			if (Browser.isInstalled()) {
				scene.watch(Watched.open(hark.url(), scene.members.get(1), scene.introduce(0, 1)));
			}
			scene.write(hark.url(), PEOPLE, Duration.ofMillis(50));
			for (int hours : new int[]{-1, 0, 1, 0}) {
				scene.awaitSends(30);
				WrongClock.set(clock, Duration.ofHours(hours));
			}
			scene.awaitSends(30);
			return scene.end();
		}
	}

	private static Path file() {
		try {
			return Files.createTempDirectory("hark-clock").resolve("clock");
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
