package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

import app.hark.bench.Cores;
import app.hark.drive.Cluster;
import app.hark.drive.HarkServer;
import app.hark.drive.PostgresTest;

/**
 * What several nodes and one PostgreSQL carry, all on this machine, together with those who write and read. The
 * PostgreSQL of the tests does not wait for the disk. Every answer and every
 * event is checked, as in the audit: {@code mvn verify -Pbench -Dit.test=NodesBenchmark}.
 */
@PostgresTest
class NodesBenchmark {

	private static final int PEOPLE = 100;

	private static final int READERS_EACH = 2;

	private static final int DEVICES = 32;

	private static final Duration WARM_UP = Duration.ofSeconds(20);

	private static final Duration MEASURED = Duration.ofSeconds(30);

	@ParameterizedTest
	@ValueSource(ints = {1, 2, 3})
	void sendsPerSecond(int nodes) throws Exception {
		Cluster cluster = Cluster.of(HarkServer::startLasting, nodes, "hark.stream.heartbeat=15s");
		AtomicLong notifications = new AtomicLong();
		AtomicLong sends = new AtomicLong();
		try (Scene scene = Scene.on(cluster, PEOPLE); Connection listening = listen(cluster, notifications)) {
			scene.read(cluster.url(), READERS_EACH);
			scene.write(cluster.url(), DEVICES, Duration.ZERO);
			LockSupport.parkNanos(WARM_UP.toNanos());
			long before = scene.acknowledged();
			long told = notifications.get();
			double ofNodes = cluster.nodes.stream().mapToDouble(node -> Cores.used(node.pid())).sum();
			double ofPostgres = cluster.postgres.processes().mapToDouble(Cores::used).sum();
			LockSupport.parkNanos(MEASURED.toNanos());
			sends.set(scene.acknowledged() - before);
			told = notifications.get() - told;
			ofNodes = cluster.nodes.stream().mapToDouble(node -> Cores.used(node.pid())).sum() - ofNodes;
			ofPostgres = cluster.postgres.processes().mapToDouble(Cores::used).sum() - ofPostgres;
			assertThat(listening.isClosed()).isFalse();
			Verdict verdict = scene.end();
			assertThat(verdict.findings().figures()).as("%s", verdict.findings()).isEmpty();
			System.out.printf("| %d | %d | %.0f | %.0f | %.1f | %.1f | %s |%n", nodes, PEOPLE * READERS_EACH,
					sends.get() / (double) MEASURED.toSeconds(), told / (double) MEASURED.toSeconds(),
					1_000 * ofNodes / sends.get(), 1_000 * ofPostgres / sends.get(), Latencies.of(scene.history));
		}
	}

	private static Connection listen(Cluster cluster, AtomicLong count) throws SQLException {
		Connection connection = app.hark.drive.Postgres.connect(cluster.database());
		try (Statement statement = connection.createStatement()) {
			statement.execute("listen hark");
		}
		Thread.ofPlatform().daemon().start(() -> {
			try {
				while (!connection.isClosed()) {
					var heard = connection.unwrap(PGConnection.class).getNotifications(500);
					count.addAndGet(heard == null ? 0 : heard.length);
				}
			} catch (SQLException ended) {
				// it is over
			}
		});
		return connection;
	}
}
