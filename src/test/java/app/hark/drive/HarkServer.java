package app.hark.drive;

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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application as a process of its own, with its data in a folder that dies with the test. It can be killed as a
 * power cut would, stopped as an operator would, and started again on the same port and data.
 */
public final class HarkServer implements AutoCloseable {

	private static final List<HarkServer> RUNNING = new CopyOnWriteArrayList<>();

	private static @Nullable HarkServer shared;

	private final Path data;

	private final String host;

	private final int port;

	private final ServerProcess process;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(HarkServer::close)));
	}

	private HarkServer(String host, int port, List<String> before, List<String> program, Path data,
			List<String> properties)
			throws IOException {
		this.host = host;
		this.port = port;
		this.data = data;
		List<String> arguments = new ArrayList<>(
				List.of("--server.port=" + port, "--hark.data=" + data, "--hark.limits.enabled=false"));
		properties.forEach(property -> arguments.add("--" + property));
		this.process = new ServerProcess(before, program, arguments, url());
	}

	/** A server without rate limits, with these further properties, for example {@code hark.stream.heartbeat=1s}. */
	public static HarkServer start(String... properties) {
		return startProgram(brief(Prepared.program()), properties);
	}

	/** The same for what lasts minutes or is measured: with both compilers, as whoever runs it for others starts it. */
	public static HarkServer startLasting(String... properties) {
		return startProgram(Prepared.program(), properties);
	}

	/** The same from the jar as it is downloaded. */
	public static HarkServer startJar(String... properties) {
		return startProgram(brief(List.of("-jar", Jar.path().toString())), properties);
	}

	/** The same with another program, given as the arguments of {@code java}. */
	public static HarkServer startProgram(List<String> program, String... properties) {
		try {
			return start("localhost", List.of(), program, Files.createTempDirectory("hark-data"), properties);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** One that runs in a network of its own. */
	public static HarkServer startIn(Namespace network, String... properties) {
		try {
			return start(network.inside(), network.enter(), Prepared.program(), Files.createTempDirectory("hark-data"),
					properties);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** The same for what is measured, with these words before the command and as much memory as a machine for it has. */
	public static HarkServer startPinned(List<String> before, String... properties) {
		try {
			List<String> program = new ArrayList<>(List.of("-Xmx" + System.getProperty("hark.bench.heap", "2g")));
			program.addAll(Prepared.thorough());
			return start("localhost", before, program, Files.createTempDirectory("hark-data"), properties);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	/** A server that keeps its data in this folder. */
	public static HarkServer startOn(Path data, String... properties) {
		return start("localhost", List.of(), brief(Prepared.program()), data, properties);
	}

	/** For tests that last seconds, in which the slower of the two compilers costs more than it gives. */
	public static List<String> brief(List<String> program) {
		List<String> brief = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
		brief.addAll(program);
		return brief;
	}

	/** One at this port. */
	public static HarkServer startAt(int port, String... properties) {
		try {
			return start("localhost", port, List.of(), Prepared.program(), Files.createTempDirectory("hark-data"),
					properties);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static HarkServer start(String host, List<String> before, List<String> program, Path data,
			String... properties) {
		return start(host, freePort(), before, program, data, properties);
	}

	private static HarkServer start(String host, int port, List<String> before, List<String> program, Path data,
			String... properties) {
		try {
			HarkServer server = new HarkServer(host, port, before, program, data, List.of(properties));
			RUNNING.add(server);
			server.process.awaitAnswer();
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
		return URI.create("http://" + host + ":" + port);
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
		return process.log();
	}

	/** As if the power had failed: {@code kill -9}. */
	public void kill() {
		process.kill();
		process.awaitEnd(Duration.ofSeconds(10));
	}

	/** Asks it to end, as an operator does, and measures how long that takes. */
	public Duration stop() {
		long start = System.nanoTime();
		process.end();
		process.awaitEnd(Duration.ofSeconds(40));
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** Starts it again with the port, the data and the properties that it had. */
	public HarkServer restart() {
		process.again();
		return this;
	}

	/** Has another process take the place of the one that runs, as an operator does who updates it. */
	public HarkServer takeOver() {
		process.takeOver();
		return this;
	}

	@Override
	public void close() {
		RUNNING.remove(this);
		process.kill();
		try {
			process.awaitEnd(Duration.ofSeconds(5));
			FileSystemUtils.deleteRecursively(data);
		} catch (AssertionError | IOException leftBehind) {
			// a temporary folder that stays does no harm
		}
	}

	/** The last lines that every running server has written. */
	static String tails() {
		return RUNNING.stream().map(server -> server.process.tail()).collect(Collectors.joining("\n"));
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
