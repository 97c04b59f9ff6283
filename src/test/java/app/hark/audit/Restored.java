package app.hark.audit;

import java.time.Duration;
import java.time.Instant;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;
import app.hark.drive.Program;

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
		String data = "--hark.data=" + hark.data();
		Instant begun = Instant.now();
		String copy = Program.run("backup", data).done();
		scene.awaitSends(100);
		hark.stop();
		Program.run("restore", copy, data).done();
		scene.history.restored(begun, Instant.now());
		hark.restart();
		scene.awaitReaders();
	}
}
