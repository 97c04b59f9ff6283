package app.hark.messages;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where one writes, as the page shows it.
 *
 * @param to the person it goes to while there is no conversation yet
 * @param replyTo the message that is answered, if one is
 * @param body what was typed before, when the form comes back
 * @param alert why it came back
 */
public record Composer(String action, @Nullable String to, @Nullable Quote replyTo, String body,
		@Nullable String alert) {

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	static Composer to(String person, ChatController.Typed typed) {
		return new Composer("/messages", person, null, typed.body(), typed.refusal());
	}

	static Composer into(long conversation, @Nullable Quote replyTo, ChatController.Typed typed) {
		return new Composer("/conversations/" + conversation + "/messages", null, replyTo, typed.body(),
				typed.refusal());
	}

	/** Whether a page could have made this token. */
	static boolean isToken(String token) {
		return TOKEN.matcher(token).matches();
	}

	/** A token for one composition: 128 random bits. */
	static String freshToken(SecureRandom random) {
		byte[] bits = new byte[16];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}
}
