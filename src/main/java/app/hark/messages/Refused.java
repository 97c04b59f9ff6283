package app.hark.messages;

import java.io.Serial;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Something typed was not accepted. Says why as a sentence of the bundle, to be shown where it was typed. */
public final class Refused extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	private final DefaultMessageSourceResolvable why;

	Refused(String key, Object... arguments) {
		super(key);
		this.why = new DefaultMessageSourceResolvable(new String[]{key}, arguments);
	}

	public MessageSourceResolvable why() {
		return why;
	}
}
