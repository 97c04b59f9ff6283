package app.hark.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import app.hark.drive.HarkServer;
import app.hark.drive.Postgres;
import app.hark.drive.Program;

/**
 * Where a Hark that is measured keeps what it stores: in its own file, or with {@code -Dhark.bench.database=postgres} in a
 * PostgreSQL that waits for its disk and runs beside the load.
 */
final class Database implements AutoCloseable {

	/** So long a million messages may take. */
	private static final Duration MOVE = Duration.ofMinutes(15);

	private final @Nullable Postgres postgres;

	private final String url;

	private Database(@Nullable Postgres postgres) {
		this.postgres = postgres;
		this.url = postgres == null ? "" : postgres.database();
	}

	static Database asAsked() throws Exception {
		boolean shared = "postgres".equals(System.getProperty("hark.bench.database"));
		Postgres postgres = shared ? Postgres.durable() : null;
		if (postgres != null) {
			Cores.leaveFirst(postgres.processes().findFirst().orElseThrow());
		}
		return new Database(postgres);
	}

	HarkServer start(String... properties) {
		return HarkServer.startPinned(Cores.forServer(), Stream
				.concat(Stream.of(properties), postgres == null ? Stream.of() : Stream.of(Postgres.properties(url)))
				.toArray(String[]::new));
	}

	/** The Hark that goes on with what this one has left in its file. */
	HarkServer goOn(HarkServer own, String... properties) {
		if (postgres == null) {
			return own.restart();
		}
		Program moved = Program.runFor(MOVE, "move-to-postgres", "--hark.data=" + own.data(),
				"--spring.datasource.url=" + url,
				"--spring.datasource.username=postgres");
		if (moved.exit() != 0) {
			throw new IllegalStateException(moved.toString());
		}
		own.close();
		return start(properties);
	}

	/** What a Hark that has ended has stored. */
	DataSource of(Path data) {
		if (postgres != null) {
			return new DriverManagerDataSource(url, "postgres", "");
		}
		var file = new JdbcDataSource();
		file.setURL("jdbc:h2:file:" + data.resolve("hark"));
		file.setUser("sa");
		return file;
	}

	@Override
	public String toString() {
		return postgres == null ? "H2" : "PostgreSQL beside the load";
	}

	@Override
	public void close() {
		if (postgres != null) {
			postgres.close();
		}
	}
}
