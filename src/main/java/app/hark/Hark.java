package app.hark;

/**
 * Starts Hark. Compiled for Java 17, so that a Java that is too old says what is missing instead of failing with a stack
 * trace; everything else needs the Java that this class asks for.
 */
public final class Hark {

	private static final int JAVA = 25;

	private Hark() {
	}

	public static void main(String[] args) throws ReflectiveOperationException {
		int found = Runtime.version().feature();
		if (found < JAVA) {
			System.err.println("Hark needs Java " + JAVA + " or newer, and " + System.getProperty("java.home")
					+ " is Java " + found + ": start it with a newer one.");
			System.exit(1);
		}
		Class.forName("app.hark.HarkApplication").getMethod("main", String[].class).invoke(null, (Object) args);
	}
}
