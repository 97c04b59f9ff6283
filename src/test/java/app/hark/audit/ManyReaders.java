package app.hark.audit;

import java.time.Duration;
import java.util.function.Consumer;

import app.hark.drive.HarkServer;

/** Something happens to very many readers at once, under load. */
final class ManyReaders implements Drill {

	private static final int READERS_EACH = 10;

	private static final int WRITERS = 8;

	/** From one send of a writer to its next: more than the machine can take, and what an organisation would write. */
	private static final Duration FLOOD = Duration.ofMillis(50);

	private static final Duration DAY = Duration.ofMillis(400);

	/** So long 99 of 100 readers may be without news when another Hark takes over. */
	private static final Duration TAKEOVER = Duration.ofSeconds(2);

	private final String title;

	private final Duration pause;

	private final Duration blackout;

	private final Consumer<Scene> happens;

	private ManyReaders(String title, Duration pause, Duration blackout, Consumer<Scene> happens) {
		this.title = title;
		this.pause = pause;
		this.blackout = blackout;
		this.happens = happens;
	}

	/** The server is asked to end and is started again at once. */
	static Drill plannedRestart() {
		return new ManyReaders("one Hark ends and is started again under load, %,d readers", FLOOD,
				Duration.ofMinutes(1), scene -> scene.breaking(() -> {
					scene.hark.stop();
					scene.hark.restart();
					scene.awaitReaders();
				}));
	}

	/** Another process takes the server's place, as the README says that a restart is planned. */
	static Drill takeover() {
		return new ManyReaders("planned restart: another Hark takes over at 20 sends a second, %,d readers", DAY,
				TAKEOVER, scene -> scene.breaking(() -> {
					scene.hark.takeOver();
					scene.awaitReaders();
				}));
	}

	/** All lose their streams at the same instant and come back at once, three times. */
	static Drill stampede() {
		return new ManyReaders("%,d readers reconnecting at the same instant, under load", FLOOD,
				Duration.ofMinutes(1), scene -> {
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
			scene.write(hark.url(), WRITERS, pause);
			scene.awaitSends(50);
			happens.accept(scene);
			scene.awaitSends(50);
			Verdict verdict = scene.end();
			Duration reached = verdict.blackouts().percentile(0.99);
			if (reached.compareTo(blackout) > 0) {
				verdict.findings().add(Figure.ERRORS, "99 of 100 readers were back after %s", reached);
			}
			return verdict;
		}
	}

	private static int people(Scale scale) {
		return scale.pick(20, 100);
	}
}
