package app.hark.people;

import java.util.List;

/** Tells browsers apart as well as their owner needs it to recognise a session. */
final class Browsers {

	/** The first that occurs wins: browsers name those they descend from as well. */
	private static final List<String> PROGRAMS = List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");
	private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS",
			"Linux");

	private Browsers() {
	}

	static String describe(String userAgent) {
		String program = first(PROGRAMS, userAgent).replace("Edg", "Edge").replace("OPR", "Opera");
		String system = first(SYSTEMS, userAgent).replace("Mac OS X", "macOS").replace("CrOS", "ChromeOS");
		return program.isEmpty() || system.isEmpty() ? program + system : program + " · " + system;
	}

	private static String first(List<String> names, String userAgent) {
		return names.stream().filter(userAgent::contains).findFirst().orElse("");
	}
}
