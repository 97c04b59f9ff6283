package app.hark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application, run as a command that ends by itself: how it ended and what it wrote. */
public record Program(int exit, String output, String errors) {

	/** Preparing takes three minutes for what is measured, and machines differ. */
	private static final Duration LONGEST = Duration.ofMinutes(7);

	/** Runs it with these arguments. */
	public static Program run(String... arguments) {
		return run(LONGEST, Prepared.program(), arguments);
	}

	/** The same for what may take so long. */
	public static Program runFor(Duration longest, String... arguments) {
		return run(longest, Prepared.program(), arguments);
	}

	/** The same with another folder for what Java needs for a while. */
	public static Program runWithTemporary(Path folder, String... arguments) {
		List<String> program = new ArrayList<>(List.of("-Djava.io.tmpdir=" + folder));
		program.addAll(Prepared.program());
		return run(LONGEST, program, arguments);
	}

	/** Runs {@code java -jar hark.jar} with these arguments, as it is downloaded. */
	public static Program ofJar(String... arguments) {
		return ofJar(List.of(), arguments);
	}

	/** The same with these words to Java. */
	static Program ofJar(List<String> java, String... arguments) {
		List<String> program = new ArrayList<>(java);
		program.addAll(List.of("-jar", Jar.path().toString()));
		return run(LONGEST, program, arguments);
	}

	private static Program run(Duration longest, List<String> program, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
		command.addAll(HarkServer.brief(program));
		command.addAll(List.of(arguments));
		try {
			Path output = Files.createTempFile("hark-command", ".out");
			Path errors = Files.createTempFile("hark-command", ".err");
			try {
				Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
						.redirectError(errors.toFile()).start();
				boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
				process.destroyForcibly();
				assertThat(ended).as("%s ends: %s", command, Files.readString(output)).isTrue();
				return new Program(process.exitValue(), Files.readString(output).strip(),
						Files.readString(errors).strip());
			} finally {
				Files.delete(output);
				Files.delete(errors);
			}
		} catch (IOException broken) {
			throw new UncheckedIOException(broken);
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	/** Insists that it did what it was asked to, and answers what it wrote. */
	public String done() {
		assertThat(exit).as("exit code after %s", this).isZero();
		return output;
	}

	/** Insists that it refused in one sentence, and answers that. */
	public String refused() {
		assertThat(exit).as("exit code after %s", this).isEqualTo(1);
		assertThat(errors).as("a sentence").isNotEmpty().doesNotContain("\n").doesNotContain("Exception");
		return errors;
	}
}
