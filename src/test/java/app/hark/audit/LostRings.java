package app.hark.audit;

import java.time.Duration;

import app.hark.drive.HarkServer;

/** Nobody is ever woken: what was sent still arrives, with the next heartbeat. */
final class LostRings implements Drill {

	private static final int PEOPLE = 6;

	@Override
	public String title(Scale scale) {
		return "every wake-up lost";
	}

	/** Always with the product that drops its rings. */
	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = Mutation.NO_RINGS.start(Scene.HEARTBEAT, "hark.stream.sweep=1s");
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			scene.read(hark.url(), 3);
			scene.write(hark.url(), PEOPLE, Duration.ofMillis(200));
			scene.awaitSends(scale.pick(100, 400));
			Verdict verdict = scene.end();
			Latencies latencies = Latencies.of(scene.history);
			if (latencies.percentile(1).compareTo(Duration.ofSeconds(2)) > 0) {
				verdict.findings().add(Figure.ERRORS, "arrived after %s, heartbeat is 1 s", latencies.percentile(1));
			}
			return verdict.remarking("send → reader, heartbeat 1 s: " + latencies);
		}
	}
}
