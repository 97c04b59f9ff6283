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
		return "%d cores%s, Java %s, %s".formatted(Runtime.getRuntime().availableProcessors(), processor(),
				Runtime.version().feature(), System.getProperty("os.name"));
	}

	private static String processor() {
		try {
			var model = Pattern.compile("model name\\s*: (.*)").matcher(Files.readString(Path.of("/proc/cpuinfo")));
			return model.find() ? " of " + model.group(1).strip() : "";
		} catch (IOException elsewhere) {
			return "";
		}
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
