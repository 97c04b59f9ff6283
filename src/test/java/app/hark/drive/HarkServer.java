package app.hark.drive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application as a process of its own, with its data in a folder that dies with the test. It can be killed as a
 * power cut would, stopped as an operator would, and started again on the same port and data.
 */
public final class HarkServer implements AutoCloseable {

	private static final Duration START = Duration.ofSeconds(90);

	private static final List<HarkServer> RUNNING = new CopyOnWriteArrayList<>();

	private static @Nullable HarkServer shared;

	private final List<String> program;

	private final List<String> properties;

	private final Path data;

	private final Path log;

	private final int port = freePort();

	private Process process;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(HarkServer::close)));
	}

	private HarkServer(List<String> program, Path data, List<String> properties) throws IOException {
		this.program = program;
		this.properties = properties;
		this.data = data;
		Path logs = Files.createDirectories(Path.of("target", "server-logs"));
		this.log = Files.createTempFile(logs, "hark-", ".log");
		this.process = launch();
	}

	/** A server without rate limits, with these further properties, for example {@code hark.stream.heartbeat=1s}. */
	public static HarkServer start(String... properties) {
		return startProgram(packaged(), properties);
	}

	/** The same, unpacked and with the ahead-of-time cache, as whoever runs it for others would start it. */
	public static HarkServer startPrepared(String... properties) {
		return startProgram(Prepared.PROGRAM, properties);
	}

	/** The same with another program, given as the arguments of {@code java}. */
	public static HarkServer startProgram(List<String> program, String... properties) {
		try {
			return start(program, Files.createTempDirectory("hark-data"), properties);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** A server that keeps its data in this folder. */
	public static HarkServer startOn(Path data, String... properties) {
		return start(packaged(), data, properties);
	}

	/** Made once for all tests that want it, which is a matter of half a minute. */
	private static final class Prepared {

		static final List<String> PROGRAM = List.of(prepare());

		private static String prepare() {
			Path folder = Path.of("target", "prepared").toAbsolutePath();
			try {
				FileSystemUtils.deleteRecursively(folder);
			} catch (IOException unwritable) {
				throw new UncheckedIOException(unwritable);
			}
			return Program.run("prepare", folder.toString()).done().substring("java ".length());
		}
	}

	/** For tests that last seconds, in which the slower of the two compilers costs more than it gives. */
	private static List<String> packaged() {
		return List.of("-XX:TieredStopAtLevel=1", "-jar", Jar.path().toString());
	}

	private static HarkServer start(List<String> program, Path data, String... properties) {
		try {
			HarkServer server = new HarkServer(program, data, List.of(properties));
			RUNNING.add(server);
			server.awaitAnswer();
			return server;
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** One server for all tests that neither stop it nor need properties of their own; its streams beat every second. */
	public static synchronized HarkServer shared() {
		HarkServer running = shared;
		if (running == null) {
			running = start("hark.stream.heartbeat=1s");
			shared = running;
		}
		return running;
	}

	public URI url() {
		return URI.create("http://localhost:" + port);
	}

	/** The folder that holds everything it keeps. To be read only while it does not run. */
	public Path data() {
		return data;
	}

	public int port() {
		return port;
	}

	public long pid() {
		return process.pid();
	}

	/** What it has written since it was first started. */
	public List<String> log() {
		try {
			return Files.readAllLines(log);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** As if the power had failed: {@code kill -9}. */
	public void kill() {
		process.destroyForcibly();
		awaitExit(process, Duration.ofSeconds(10));
	}

	/** Asks it to end, as an operator does, and measures how long that takes. */
	public Duration stop() {
		long start = System.nanoTime();
		process.destroy();
		awaitExit(process, Duration.ofSeconds(40));
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** Starts it again with the port, the data and the properties that it had. */
	public HarkServer restart() {
		assertThat(process.isAlive()).as("still running").isFalse();
		try {
			process = launch();
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
		awaitAnswer();
		return this;
	}

	/** Has another process take the place of the one that runs, as an operator does who updates it. */
	public HarkServer takeOver() {
		Process before = process;
		try {
			process = launch("takeover");
			awaitExit(before, START.multipliedBy(2));
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		} finally {
			before.destroyForcibly();
		}
		awaitAnswer();
		return this;
	}

	@Override
	public void close() {
		RUNNING.remove(this);
		process.destroyForcibly();
		try {
			process.waitFor(5, SECONDS);
			FileSystemUtils.deleteRecursively(data);
		} catch (InterruptedException | IOException leftBehind) {
			// a temporary folder that stays does no harm
		}
	}

	/** The last lines that every running server has written. */
	static String tails() {
		StringBuilder tails = new StringBuilder();
		for (HarkServer server : RUNNING) {
			tails.append("--- the end of ").append(server.log).append('\n').append(server.tail()).append('\n');
		}
		return tails.toString();
	}

	private String tail() {
		List<String> lines = log();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
	}

	/** @param words what the program is to do instead of starting at once */
	private Process launch(String... words) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Xmx512m"));
		command.addAll(program);
		command.addAll(List.of(words));
		command.addAll(List.of("--server.port=" + port, "--hark.data=" + data, "--hark.limits.enabled=false"));
		properties.forEach(property -> command.add("--" + property));
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
	}

	private void awaitAnswer() {
		Eventually.eventually(START, () -> {
			if (!process.isAlive()) {
				throw new IllegalStateException("It ended while starting:\n" + tail());
			}
			try {
				Client.at(url()).get("/sign-in").expect(200);
			} catch (Unreachable notYet) {
				throw new AssertionError("It does not answer:\n" + tail(), notYet);
			}
		});
	}

	private static void awaitExit(Process process, Duration atMost) {
		try {
			assertThat(process.waitFor(atMost.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS))
					.as("ended within %s", atMost).isTrue();
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	/** A port on which nothing listens at present. */
	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		} catch (IOException none) {
			throw new UncheckedIOException(none);
		}
	}
}
