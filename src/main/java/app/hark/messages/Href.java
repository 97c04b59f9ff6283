package app.hark.messages;

import java.nio.charset.StandardCharsets;

/** Makes the typed path, query and fragment of a link fit for an address. */
final class Href {

	/** RFC 3986's unreserved and reserved characters, but for the apostrophe, which may end an attribute. */
	private static final String AS_TYPED = "-._~:/?#[]@!$&()*+,;=";

	private Href() {
	}

	/**
	 * Percent-encodes, as UTF-8, everything that is not plain ASCII of an address. What is percent-encoded already
	 * stays so; a percent sign that encodes nothing becomes {@code %25}.
	 */
	static String safe(String typed) {
		StringBuilder safe = new StringBuilder(typed.length());
		byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
		for (int at = 0; at < bytes.length; at++) {
			char character = (char) (bytes[at] & 0xFF);
			boolean encodes = character == '%' && isHex(bytes, at + 1) && isHex(bytes, at + 2);
			if (encodes || Reach.isLetterOrDigit(character) || AS_TYPED.indexOf(character) >= 0) {
				safe.append(character);
			} else {
				safe.append('%').append("%02X".formatted((int) character));
			}
		}
		return safe.toString();
	}

	private static boolean isHex(byte[] bytes, int at) {
		return at < bytes.length && Character.digit(bytes[at], 16) >= 0;
	}
}
