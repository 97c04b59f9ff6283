package app.hark;

import java.util.Set;

/**
 * Starts Hark. Compiled for Java 17, so that a Java that is too old says what is missing instead of failing with a stack
 * trace; everything else needs the Java that this class asks for. The first argument may be a command; else the server starts.
 */
public final class Hark {

	private static final int JAVA = 25;
	private static final Set<String> COMMANDS = Set.of("backup", "restore");

	private Hark() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		int found = Runtime.version().feature();
		if (found < JAVA) {
			System.err.println("Hark needs Java " + JAVA + " or newer, and " + System.getProperty("java.home")
					+ " is Java " + found + ": start it with a newer one.");
			System.exit(1);
		}
		boolean command = args.length > 0 && COMMANDS.contains(args[0]);
		Class.forName(command ? "app.hark.backup.Commands" : "app.hark.HarkApplication")
				.getMethod("main", String[].class).invoke(null, (Object) args);
	}
}
