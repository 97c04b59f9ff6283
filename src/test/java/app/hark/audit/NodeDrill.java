package app.hark.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.hark.drive.Cluster;
import app.hark.drive.Forwarding;
import app.hark.drive.HarkServer;
import app.hark.drive.Namespace;
import app.hark.drive.Postgres;

/** Something happens to nodes that share a PostgreSQL, while people write and read through the proxy before them. */
final class NodeDrill implements Drill {

	private static final int PEOPLE = 8;

	/** From one send of a device to its next: more than the machine can take. */
	private static final Duration FLOOD = Duration.ofMillis(20);

	/** Where a node has to start meanwhile, on the same machine. */
	private static final Duration DAY = Duration.ofMillis(400);

	private final String title;

	private final Duration pause;

	private final Happening happening;

	private final Supplier<Cluster> stage;

	/** What happens. */
	@FunctionalInterface
	private interface Happening {
		void to(Cluster cluster, Scene scene, Scale scale) throws Exception;
	}

	private NodeDrill(String title, Duration pause, Supplier<Cluster> stage, Happening happening) {
		this.title = title;
		this.pause = pause;
		this.stage = stage;
		this.happening = happening;
	}

	private static Supplier<Cluster> nodes(int nodes, Cluster.Node node) {
		return () -> Cluster.of(node, nodes, Scene.HEARTBEAT);
	}

	private static Drill of(String title, int nodes, Happening happening) {
		return new NodeDrill(title, DAY, nodes(nodes, HarkServer::startLasting), happening);
	}

	/** Nothing happens: every single answer has to be a good one. */
	static Drill calm(int nodes) {
		return new NodeDrill(nodes + " nodes behind nginx, under load", FLOOD,
				nodes(nodes, HarkServer::startLasting),
				(_, scene, scale) -> scene.awaitSends(scale.pick(200, 2_000)));
	}

	static Drill kills() {
		return of("`kill -9` of one of three nodes, then of the next", 3, (cluster, scene, scale) -> {
			for (int round = 0; round < scale.pick(1, 6); round++) {
				HarkServer victim = cluster.nodes.get(round % cluster.nodes.size());
				scene.breaking(victim::kill);
				scene.breaking(() -> scene.awaitSends(100));
				scene.breaking(victim::restart);
				scene.awaitSends(50);
			}
		});
	}

	static Drill restartedDatabase() {
		return of("PostgreSQL restarted, 2 nodes", 2, (cluster, scene, scale) -> {
			for (int round = 0; round < scale.pick(1, 3); round++) {
				scene.breaking(() -> {
					cluster.postgres.restart();
					scene.awaitReaders();
				});
				scene.awaitSends(100);
			}
		});
	}

	static Drill heldDatabase() {
		return of("PostgreSQL held for 20 s, 2 nodes", 2, (cluster, scene, _) -> scene.breaking(() -> {
			cluster.postgres.hold(Duration.ofSeconds(20)).join();
			scene.awaitReaders();
			scene.awaitSends(50);
		}));
	}

	static Drill deafNodes() {
		return of("the connections that listen broken ten times a second, 2 nodes", 2, (cluster, scene, scale) -> {
			for (int round = 0; round < scale.pick(20, 200); round++) {
				cluster.postgres.execute(
						"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hark listens'");
				LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			}
		});
	}

	/** One of the nodes has a network of its own, from which the way to the database is cut. */
	static Drill cutOff() {
		Namespace[] network = new Namespace[1];
		return new NodeDrill("one of 2 nodes cut off from PostgreSQL for 20 s, not from its browsers", DAY, () -> {
			Postgres postgres = Postgres.start();
			network[0] = Namespace.make();
			Forwarding way = Forwarding.from(network[0].outside(), postgres.port());
			Cluster.Node isolated = properties -> HarkServer.startIn(network[0],
					Stream.of(properties)
							.map(property -> property.replace("localhost:" + postgres.port(), way.address()))
							.toArray(String[]::new));
			return Cluster.of(postgres, List.of(isolated, HarkServer::startLasting), Scene.HEARTBEAT);
		}, (_, scene, _) -> {
			scene.breaking(() -> {
				network[0].cut();
				LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
				network[0].heal();
				scene.awaitReaders();
				scene.awaitSends(50);
			});
			network[0].close();
		});
	}

	/** Always with nodes that tell each other nothing. */
	static Drill silentNodes() {
		return new NodeDrill("every notification between 2 nodes lost", DAY,
				nodes(2, Mutation.NO_NOTES::start),
				(_, scene, scale) -> scene.awaitSends(scale.pick(100, 400)));
	}

	@Override
	public String title(Scale scale) {
		return title;
	}

	@Override
	public Verdict run(Product product, Scale scale) throws Exception {
		Cluster cluster = stage.get();
		try (Scene scene = Scene.on(cluster, PEOPLE)) {
			scene.read(cluster.url(), 3);
			hop(cluster, scene);
			scene.write(cluster.url(), PEOPLE, pause);
			scene.awaitSends(50);
			happening.to(cluster, scene, scale);
			scene.awaitSends(50);
			Verdict verdict = scene.end();
			return verdict.remarking("send → reader: " + Latencies.of(scene.history));
		}
	}

	/** For each of the people one more reader, who is at another node with each connection. */
	private static void hop(Cluster cluster, Scene scene) {
		for (Scene.Member member : scene.members) {
			var nodes = IntStream.iterate(0, i -> (i + 1) % cluster.nodes.size()).iterator();
			scene.reader(() -> member.device().via(cluster.nodes.get(nodes.next()).url()), member,
					member.device().list().cursor());
		}
	}
}
