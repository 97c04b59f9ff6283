package app.hark.audit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import app.hark.drive.Cluster;
import app.hark.drive.HarkServer;

/** Every node is followed by the next one in its place, one after the other, while very many read. */
final class RollingRestart implements Drill {

	private static final int NODES = 3;

	private static final int READERS_EACH = 4;

	private static final int WRITERS = 8;

	private static final Duration PAUSE = Duration.ofMillis(800);

	/** With one each second, as in other drills, most of the work would be that. */
	private static final String HEARTBEAT = "hark.stream.heartbeat=5s";

	private static final Duration SILENCE = Duration.ofSeconds(15);

	/** So long 99 of 100 readers may be without news. */
	private static final Duration BLACKOUT = Duration.ofSeconds(2);

	/** As an operator waits before the next one. */
	private static final Duration BREATH = Duration.ofSeconds(3);

	@Override
	public String title(Scale scale) {
		return "rolling restart of %d nodes, %,d readers".formatted(NODES, READERS_EACH * people(scale));
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		Cluster cluster = Cluster.of(HarkServer::startLasting, NODES, HEARTBEAT);
		try (Scene scene = Scene.on(cluster, people(scale)).bearing(SILENCE)) {
			scene.read(cluster.url(), READERS_EACH);
			scene.write(cluster.url(), WRITERS, PAUSE);
			scene.awaitSends(50);
			for (HarkServer node : cluster.nodes) {
				scene.breaking(() -> {
					node.takeOver();
					scene.awaitReaders();
				});
				LockSupport.parkNanos(BREATH.toNanos());
			}
			scene.awaitSends(50);
			Verdict verdict = scene.end();
			Duration reached = verdict.blackouts().percentile(0.99);
			if (reached.compareTo(BLACKOUT) > 0) {
				verdict.findings().add(Figure.ERRORS, "99 of 100 readers were back after %s", reached);
			}
			return verdict.remarking("send → reader: " + Latencies.of(scene.history));
		}
	}

	private static int people(Scale scale) {
		return scale.pick(10, 250);
	}
}
