package app.hark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of a Java, in bytes. */
final class Memory {

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

	private Memory() {
	}

	/** What the system has given to it and not taken back. */
	static long resident(long pid) throws IOException {
		return 1_024 * found(RESIDENT, Files.readString(Path.of("/proc", Long.toString(pid), "status")));
	}

	/** Collects what is not used any more. */
	static void collect(long pid) throws IOException, InterruptedException {
		asked("GC.run", pid);
	}

	/** What is used on the heap. */
	static long live(long pid) throws IOException, InterruptedException {
		return found(TOTAL, asked("GC.class_histogram", pid));
	}

	private static String asked(String command, long pid) throws IOException, InterruptedException {
		return output(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid),
				command));
	}

	private static String output(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		if (process.waitFor() != 0) {
			throw new IOException(command + ": " + output);
		}
		return output;
	}

	private static long found(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.find()) {
			throw new IllegalStateException("no " + pattern + " in " + text);
		}
		return Long.parseLong(matcher.group(1));
	}
}
