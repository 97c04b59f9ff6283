package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

import app.hark.drive.HarkServer;

/** How much memory a server needs for what it holds, as the JDK's {@code jcmd} tells. */
final class Heap {

	private static final Pattern USED = Pattern.compile("used (\\d+)K");

	private Heap() {
	}

	/** In bytes, after a collection of garbage. */
	static long used(HarkServer hark) {
		jcmd(hark, "GC.run");
		var used = USED.matcher(jcmd(hark, "GC.heap_info"));
		if (!used.find()) {
			throw new IllegalStateException("jcmd does not say how much of the heap is used");
		}
		return Long.parseLong(used.group(1)) << 10;
	}

	private static String jcmd(HarkServer hark, String command) {
		try {
			Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
					Long.toString(hark.pid()), command).redirectErrorStream(true).start();
			return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}
}
