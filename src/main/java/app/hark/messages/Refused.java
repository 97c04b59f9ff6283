package app.hark.messages;

import java.io.Serial;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Something that was typed is not accepted. Says why as a sentence of the bundle, to be shown where it was typed. */
public final class Refused extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	private final transient DefaultMessageSourceResolvable why;
	private final boolean gone;

	private Refused(boolean gone, String key, Object... arguments) {
		super(key);
		this.why = new DefaultMessageSourceResolvable(new String[]{key}, arguments);
		this.gone = gone;
	}

	public static Refused because(String key, Object... arguments) {
		return new Refused(false, key, arguments);
	}

	/** The text of a message, in the form in which it is stored. */
	static String unlessAccepted(MessageBody typed) {
		return switch (typed) {
			case MessageBody.Accepted accepted -> accepted.text();
			case MessageBody.Refused refused -> throw because(refused.reason().key(), refused.characters());
		};
	}

	/** Whom or what it was for does not exist, or is not for this person: the same answer, so that nobody learns which. */
	static Refused gone(String key, Object... arguments) {
		return new Refused(true, key, arguments);
	}

	public MessageSourceResolvable why() {
		return why;
	}

	public boolean isGone() {
		return gone;
	}
}
