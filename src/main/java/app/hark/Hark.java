package app.hark;

import java.util.Map;

/**
 * Starts Hark. Compiled for Java 17, so that a Java that is too old says what is missing instead of failing with a stack
 * trace; everything else needs the Java that this class asks for. The first argument may be a command; else the server starts.
 */
public final class Hark {

	private static final int JAVA = 25;
	private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
	private static final Map<String, String> COMMANDS = Map.of("backup", "app.hark.backup.Commands", "restore",
			"app.hark.backup.Commands", "move-to-postgres", "app.hark.backup.Commands", "prepare",
			"app.hark.Preparation", "practice", "app.hark.handover.Practice",
			"takeover", "app.hark.handover.Takeover");

	private Hark() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		int found = Runtime.version().feature();
		if (found < JAVA) {
			System.err.println("Hark needs Java " + JAVA + " or newer, and " + System.getProperty("java.home")
					+ " is Java " + found + ": start it with a newer one.");
			System.exit(1);
		}
		// A virtual thread that loads a class keeps its carrier; with one per processor, all could be kept (see
		// Rehearsal).
		if (System.getProperty(CARRIERS) == null) {
			System.setProperty(CARRIERS, "64");
		}
		String command = args.length == 0 ? "" : args[0];
		Class.forName(COMMANDS.getOrDefault(command, "app.hark.HarkApplication")).getMethod("main", String[].class)
				.invoke(null, (Object) args);
	}
}
