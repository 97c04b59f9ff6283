package app.hark.drive;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a {@link HarkServer}: one after the other with the same arguments, data, port and log. */
final class ServerProcess {

	private static final Duration START = Duration.ofSeconds(90);

	private final List<String> before;

	private final List<String> program;

	private final List<String> arguments;

	private final URI url;

	private final Path log;

	private Process process;

	/**
	 * @param before what goes before {@code java}, if anything
	 * @param program what {@code java} is told before the arguments
	 */
	ServerProcess(List<String> before, List<String> program, List<String> arguments, URI url) throws IOException {
		this.before = before;
		this.program = program;
		this.arguments = arguments;
		this.url = url;
		Path logs = Files.createDirectories(Path.of("target", "server-logs"));
		this.log = Files.createTempFile(logs, "hark-", ".log");
		this.process = launch();
	}

	long pid() {
		return process.pid();
	}

	void kill() {
		process.destroyForcibly();
	}

	/** Asks it to end. */
	void end() {
		process.destroy();
	}

	void awaitEnd(Duration atMost) {
		awaitEnd(process, atMost);
	}

	private static void awaitEnd(Process process, Duration atMost) {
		try {
			assertThat(process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)).as("ended within %s", atMost)
					.isTrue();
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	/** The next one, once this one has ended. */
	void again() {
		assertThat(process.isAlive()).as("still running").isFalse();
		try {
			process = launch();
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
		awaitAnswer();
	}

	/** The next one, which has this one end when it is ready. */
	void takeOver() {
		Process before = process;
		try {
			process = launch("takeover");
			awaitEnd(before, START.multipliedBy(2));
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		} finally {
			before.destroyForcibly();
		}
		awaitAnswer();
	}

	void awaitAnswer() {
		eventually(START, () -> {
			if (!process.isAlive()) {
				throw new IllegalStateException("It ended while starting:\n" + tail());
			}
			try {
				Client.at(url).get("/sign-in").expect(200);
			} catch (Unreachable notYet) {
				throw new AssertionError("It does not answer:\n" + tail(), notYet);
			}
		});
	}

	List<String> log() {
		try {
			return Files.readAllLines(log);
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Where its log is, and the last lines of it. */
	String tail() {
		List<String> lines = log();
		return "--- the end of " + log + '\n'
				+ String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
	}

	/** @param words what the program is to do instead of starting at once */
	private Process launch(String... words) throws IOException {
		List<String> command = new ArrayList<>(before);
		command.addAll(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
		command.addAll(program);
		command.addAll(List.of(words));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
	}
}
