package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;

/** The database is put back to an older copy under open pages and streams. */
final class Restored implements Drill {

	private static final int PEOPLE = 6;

	@Override
	public String title(Scale scale) {
		return "the database restored from an older copy under open pages";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			scene.read(hark.url(), 2);
			if (Browser.isInstalled()) {
				scene.watch(Watched.open(hark.url(), scene.members.get(1), scene.introduce(0, 1)));
			}
			scene.write(hark.url(), PEOPLE, Duration.ofMillis(50));
			scene.awaitSends(50);
			scene.breaking(() -> undo(scene, hark));
			scene.awaitSends(50);
			return scene.end();
		}
	}

	private static void undo(Scene scene, HarkServer hark) {
		Path database = hark.data().resolve("hark.mv.db");
		Path older = hark.data().resolve("older");
		hark.stop();
		Instant copied = Instant.now();
		copy(database, older);
		hark.restart();
		scene.awaitReaders();
		scene.awaitSends(100);
		hark.stop();
		copy(older, database);
		scene.history.restored(copied, Instant.now());
		hark.restart();
		scene.awaitReaders();
	}

	private static void copy(Path from, Path to) {
		try {
			Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
