package app.hark.audit;

import java.time.Duration;
import java.util.function.Consumer;

import app.hark.drive.HarkServer;

/** Something happens to very many readers at once, under load. */
final class ManyReaders implements Drill {

	private static final int READERS_EACH = 10;

	private final String title;

	private final Consumer<Scene> happens;

	private ManyReaders(String title, Consumer<Scene> happens) {
		this.title = title;
		this.happens = happens;
	}

	/** The server is asked to end and is started again at once. */
	static Drill plannedRestart() {
		return new ManyReaders("planned restart under load, %,d readers", scene -> scene.breaking(() -> {
			scene.hark.stop();
			scene.hark.restart();
			scene.awaitReaders();
		}));
	}

	/** Another process takes the server's place. */
	static Drill takeover() {
		return new ManyReaders("another Hark takes over under load, %,d readers", scene -> scene.breaking(() -> {
			scene.hark.takeOver();
			scene.awaitReaders();
		}));
	}

	/** All lose their streams at the same instant and come back at once, three times. */
	static Drill stampede() {
		return new ManyReaders("%,d readers reconnecting at the same instant, under load", scene -> {
			for (int times = 0; times < 3; times++) {
				scene.hangUpAll();
				scene.awaitSends(30);
			}
		});
	}

	@Override
	public String title(Scale scale) {
		return title.formatted(READERS_EACH * people(scale));
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, people(scale))) {
			scene.read(hark.url(), READERS_EACH);
			scene.write(hark.url(), 8, Duration.ofMillis(50));
			scene.awaitSends(50);
			happens.accept(scene);
			scene.awaitSends(50);
			return scene.end();
		}
	}

	private static int people(Scale scale) {
		return scale.pick(20, 100);
	}
}
