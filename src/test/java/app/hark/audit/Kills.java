package app.hark.audit;

import java.time.Duration;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;

/** The server is killed under load, again and again, as a power cut would, and started again each time. */
final class Kills implements Drill {

	private static final int PEOPLE = 8;

	@Override
	public String title(Scale scale) {
		return "`kill -9` of the server, " + rounds(scale) + " times";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			scene.read(hark.url(), 3);
			if (Browser.isInstalled()) {
				scene.watch(Watched.open(hark.url(), scene.members.get(1), scene.introduce(0, 1)));
			}
			scene.write(hark.url(), 2 * PEOPLE, Duration.ofMillis(20));
			for (int round = 1; round <= rounds(scale); round++) {
				scene.awaitSends(200);
				scene.breaking(() -> {
					hark.kill();
					hark.restart();
				});
			}
			scene.awaitSends(100);
			return scene.end();
		}
	}

	private static int rounds(Scale scale) {
		return scale.pick(3, 10);
	}
}
