package app.hark.backup;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Says in a plain sentence why there is no copy, or why one cannot be used. */
final class NotMade extends Exception {

	@Serial private static final long serialVersionUID = 1;

	/** What kind of reason it is; the page has a text for each. */
	enum Reason {
		SPACE, DIFFERENT, FAILED
	}

	private final Reason reason;

	NotMade(Reason reason, String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
		this.reason = reason;
	}

	NotMade(Reason reason, String sentence) {
		this(reason, sentence, null);
	}

	Reason reason() {
		return reason;
	}

	String sentence() {
		return String.valueOf(getMessage());
	}
}
