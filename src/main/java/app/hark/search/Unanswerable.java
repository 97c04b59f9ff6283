package app.hark.search;

import java.io.Serial;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A question that cannot be answered. Says why as a sentence of the bundle, to be shown where it was typed. */
final class Unanswerable extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	private final transient DefaultMessageSourceResolvable why;
	private final int status;

	private Unanswerable(int status, String key, Object... arguments) {
		super(key);
		this.status = status;
		this.why = new DefaultMessageSourceResolvable(new String[]{key}, arguments);
	}

	static Unanswerable because(String key, Object... arguments) {
		return new Unanswerable(400, key, arguments);
	}

	/** There is nothing wrong with the question. */
	static Unanswerable now() {
		return new Unanswerable(503, "find.unavailable");
	}

	/** The status of the answer. */
	int status() {
		return status;
	}

	MessageSourceResolvable why() {
		return why;
	}
}
