package app.hark.messages;

/** The beginning of a text, as one line. */
final class Excerpt {

	/** So much of a text, in UTF-16 units, is enough to make one of, unless it begins with very much white space. */
	static final int READ = 400;

	private static final int LONGEST = 120;

	private Excerpt() {
	}

	/** At most 120 code points; white space of any kind and length is one blank. */
	static String of(String text) {
		String line = text.strip().replaceAll("\\s+", " ");
		int characters = line.codePointCount(0, line.length());
		return characters <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
	}
}
