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

	static NoPlace inUse(Path data) {
		return new NoPlace("Another Hark is running on " + data + ".",
				"Stop the other one first, or give this one a folder of its own with --hark.data=ANOTHER_FOLDER.");
	}

	/** What to do instead. */
	String otherwise() {
		return otherwise;
	}
}
