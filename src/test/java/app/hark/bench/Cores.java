package app.hark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The server on the first processor, the load on the others, and what each has used. */
public final class Cores {

	/** In units of /proc: so many in a second. */
	private static final double TICKS = 100;

	private static final int CORES = Runtime.getRuntime().availableProcessors();

	private static final boolean PINNED = Files.isExecutable(Path.of("/usr/bin/taskset")) && CORES > 1;

	private Cores() {
	}

	/** What goes before the command of the server. */
	static List<String> forServer() {
		return PINNED ? List.of("taskset", "-c", "0") : List.of();
	}

	/** Leaves the first processor to the server. */
	static void leaveFirst() throws IOException, InterruptedException {
		leaveFirst(ProcessHandle.current().pid());
	}

	/** Has another process leave it, and all that it will start. */
	static void leaveFirst(long pid) throws IOException, InterruptedException {
		if (PINNED) {
			int answer = new ProcessBuilder("taskset", "-a", "-p", "-c", "1-" + (CORES - 1), Long.toString(pid))
					.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
			if (answer != 0) {
				throw new IOException("taskset ended with " + answer);
			}
		}
	}

	/** How the measured things were laid out. */
	static String described() {
		return PINNED ? "server on one core, load on the other" : "not pinned";
	}

	/** Seconds of a processor that a process has used, those of its children that have ended included. */
	public static double used(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ")).skip(11).limit(4)
					.mapToLong(Long::parseLong).sum() / TICKS;
		} catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
	}
}
