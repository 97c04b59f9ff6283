package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;
import app.hark.drive.Postgres;
import app.hark.drive.Program;
import app.hark.drive.ProxyServer;

/** Under the eyes of open pages a Hark ends, its database moves to PostgreSQL, and a node goes on from there. */
final class Move implements Drill {

	private static final int PEOPLE = 8;

	@Override
	public String title(Scale scale) {
		return "the move from H2 to PostgreSQL while pages are open";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		int next = HarkServer.freePort();
		HarkServer own = product.start(Scene.HEARTBEAT);
		try (Postgres postgres = Postgres.start();
				ProxyServer front = ProxyServer.nginx(List.of("127.0.0.1:" + own.port(), "127.0.0.1:" + next), false)) {
			String database = postgres.database();
			HarkServer[] node = new HarkServer[1];
			try (Scene scene = Scene.on(stage(front.url(), own, node, database), PEOPLE)) {
				scene.read(front.url(), 3);
				if (Browser.isInstalled()) {
					scene.watch(Watched.open(front.url(), scene.members.get(1), scene.introduce(0, 1)));
				}
				scene.write(front.url(), PEOPLE, Duration.ofMillis(100));
				scene.awaitSends(scale.pick(100, 1_000));
				scene.breaking(() -> {
					own.stop();
					Program moved = Program.run("move-to-postgres", "--hark.data=" + own.data(),
							"--spring.datasource.url=" + database, "--spring.datasource.username=postgres");
					assertThat(moved.exit()).as("%s", moved).isZero();
					String[] properties = new String[]{Scene.HEARTBEAT, Postgres.properties(database)[0],
							Postgres.properties(database)[1], Postgres.properties(database)[2]};
					node[0] = HarkServer.startAt(next, properties);
					scene.awaitReaders();
				});
				scene.awaitSends(scale.pick(50, 500));
				return scene.end();
			}
		}
	}

	private static Stage stage(URI url, HarkServer own, HarkServer[] node, String database) {
		return new Stage() {

			@Override
			public URI url() {
				return url;
			}

			@Override
			public Stored stored() {
				node[0].stop();
				return Stored.in(database);
			}

			@Override
			public void close() {
				own.close();
				if (node[0] != null) {
					node[0].close();
				}
			}
		};
	}
}
