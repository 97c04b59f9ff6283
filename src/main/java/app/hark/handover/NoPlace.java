package app.hark.handover;

import java.io.Serial;
import java.nio.file.Path;

/** There is no place to take. */
final class NoPlace extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	private final String otherwise;

	private NoPlace(String sentence, String otherwise) {
		super(sentence);
		this.otherwise = otherwise;
	}

	static NoPlace stillTaken(Path data) {
		return new NoPlace("The Hark that runs on " + data + " has not ended.",
				"If it is too old to know “takeover”, end it yourself while this one waits, or restart it in the usual way.");
	}

	static NoPlace otherDatabase() {
		return new NoPlace("This Hark keeps its data in a database of its own, which others may use as well.",
				"Start it without “takeover”.");
	}

	/** What to do instead. */
	String otherwise() {
		return otherwise;
	}
}
