package app.hark.audit;

import java.time.Duration;

import app.hark.drive.HarkServer;

/** All readers lose their streams at the same instant and come back at once. */
final class Stampede implements Drill {

	private static final int READERS_EACH = 10;

	@Override
	public String title(Scale scale) {
		return "%,d readers reconnecting at the same instant, under load".formatted(READERS_EACH * people(scale));
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, people(scale))) {
			scene.read(hark.url(), READERS_EACH);
			scene.write(hark.url(), 8, Duration.ofMillis(50));
			for (int times = 0; times < 3; times++) {
				scene.awaitSends(30);
				scene.hangUpAll();
			}
			scene.awaitSends(30);
			return scene.end();
		}
	}

	private static int people(Scale scale) {
		return scale.pick(20, 100);
	}
}
