package app.hark.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** When, where and on what something was measured: without it no figure means anything. */
public final class Here {

	private Here() {
	}

	/** Date, machine and commit. */
	public static String andNow() {
		return "%s, %s, commit %s".formatted(LocalDate.now(), machine(), commit());
	}

	private static String machine() {
		return "%s, Java %s, %s".formatted(processors(), Runtime.version().feature(), System.getProperty("os.name"));
	}

	/** Of the machine: this process may have been given fewer of them. */
	private static String processors() {
		try {
			var models = Pattern.compile("model name\\s*: (.*)").matcher(Files.readString(Path.of("/proc/cpuinfo")))
					.results().map(found -> found.group(1).strip()).toList();
			if (!models.isEmpty()) {
				return models.size() + " cores of " + models.getFirst();
			}
		} catch (IOException elsewhere) {
			// As below.
		}
		return Runtime.getRuntime().availableProcessors() + " cores";
	}

	private static String commit() {
		try {
			Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
			return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		} catch (IOException noGit) {
			return "unknown";
		}
	}
}
