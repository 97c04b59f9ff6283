package app.hark.audit;

import java.time.Duration;

import app.hark.drive.HarkServer;

/** The server is asked to end under load, with many readers, and is started again at once. */
final class PlannedRestart implements Drill {

	private static final int READERS_EACH = 10;

	@Override
	public String title(Scale scale) {
		return "planned restart under load, %,d readers".formatted(READERS_EACH * people(scale));
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, people(scale))) {
			scene.read(hark.url(), READERS_EACH);
			scene.write(hark.url(), 8, Duration.ofMillis(50));
			scene.awaitSends(50);
			scene.breaking(() -> {
				hark.stop();
				hark.restart();
				scene.awaitReaders();
			});
			scene.awaitSends(50);
			return scene.end();
		}
	}

	private static int people(Scale scale) {
		return scale.pick(20, 100);
	}
}
