package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL on this machine, which ends with the tests. It can be restarted, and held as a machine is that swaps. */
public final class Postgres implements AutoCloseable {

	/** What the property {@code hark.postgres} says to have the system's package tried. */
	private static final String DEBIAN = "debian";

	/** All have enough connections for several nodes and their tests. */
	private static final List<String> SETTINGS = List.of("max_connections=300");

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private static @Nullable Postgres shared;

	private static @Nullable RuntimeException failure;

	private final Path folder;

	private final PostgresProgram program;

	private Postgres(Path folder, PostgresProgram program) {
		this.folder = folder;
		this.program = program;
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	/** One of its own, for whoever breaks it. What it says is on the disk need not be, which tests do not need. */
	public static Postgres start() {
		return start(SETTINGS);
	}

	/** One that waits for the disk, as those of operators do. */
	public static Postgres durable() {
		return start(Stream.concat(SETTINGS.stream(), Stream.of("fsync=on")).toList());
	}

	private static Postgres start(List<String> settings) {
		int port = HarkServer.freePort();
		try {
			Path folder = Files.createTempDirectory("hark-postgres");
			try {
				if (DEBIAN.equals(System.getProperty("hark.postgres"))) {
					throw new IllegalStateException("asked for Debian's");
				}
				return new Postgres(folder, EmbeddedProgram.start(folder.resolve("data"), port, settings));
			} catch (RuntimeException | IOException embedded) {
				try {
					return new Postgres(folder, DebianProgram.start(folder, port, settings));
				} catch (RuntimeException | IOException debian) {
					debian.addSuppressed(embedded);
					throw new IllegalStateException("No PostgreSQL can be started here", debian);
				}
			}
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** One for all who only use it, or why there is none. */
	public static synchronized Postgres shared() {
		if (failure != null) {
			throw failure;
		}
		if (shared == null) {
			try {
				shared = start();
			} catch (RuntimeException e) {
				failure = e;
				throw e;
			}
		}
		return shared;
	}

	/** What a Hark has to be told to use a database. */
	public static String[] properties(String database) {
		return new String[]{"spring.profiles.active=postgres", "spring.datasource.url=" + database,
				"spring.datasource.username=postgres"};
	}

	/** The URL of a new, empty database. */
	public String database() {
		String name = "hark" + DATABASES.incrementAndGet();
		execute("create database " + name);
		return url(name);
	}

	private String url(String database) {
		return "jdbc:postgresql://localhost:" + program.port() + "/" + database;
	}

	/** Runs a statement as whoever may do anything. */
	public void execute(String sql) {
		execute(url("postgres"), sql);
	}

	/** The same in one database. */
	public void execute(String url, String sql) {
		try (Connection connection = connect(url); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	public static Connection connect(String url) throws SQLException {
		return DriverManager.getConnection(url, "postgres", "");
	}

	public int port() {
		return program.port();
	}

	/** Ends it as an operator does, breaking every connection, and starts it again. */
	public void restart() {
		program.stop();
		program.startAgain();
	}

	/**
	 * Holds all of its processes: connections stay open, and nothing is answered.
	 *
	 * @return is done when they go on, after so long
	 */
	public CompletableFuture<Void> hold(Duration time) {
		signal("-STOP");
		return CompletableFuture.runAsync(() -> signal("-CONT"),
				CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
	}

	private void signal(String signal) {
		Commands.run(Stream.concat(Stream.of("kill", signal), processes().mapToObj(Long::toString))
				.toArray(String[]::new));
	}

	/** The ids of all its processes. */
	public LongStream processes() {
		try {
			long main = Long.parseLong(Files.readAllLines(program.data().resolve("postmaster.pid")).getFirst());
			return LongStream.concat(LongStream.of(main),
					ProcessHandle.of(main).orElseThrow().children().mapToLong(ProcessHandle::pid));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		try {
			program.stop();
			FileSystemUtils.deleteRecursively(folder);
		} catch (RuntimeException | IOException leftBehind) {
			// a temporary folder that stays does no harm
		}
	}
}
