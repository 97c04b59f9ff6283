package app.hark.messages;

import java.util.ArrayDeque;
import java.util.Deque;

import app.hark.people.Visible;

/**
 * How far the parts of a link reach in running text.
 *
 * <p>The part after the host follows the link detection of Unicode Technical Standard #58, section "Link Detection
 * Algorithm": punctuation that usually ends a sentence belongs to the link only when something else of it follows,
 * and a closing bracket only when it closes one that was opened inside. Two things are ours: the full stop and the
 * commas of Chinese and Japanese always end a link, because no space follows them, and so does every ASCII character
 * that RFC 3986 knows in no address and that people put around one ({@code <>"`|\^}).
 */
final class Reach {

	/** RFC 1035: what a host name may be long; it also bounds what is read ahead. */
	private static final int LONGEST_HOST = 253;

	private Reach() {
	}

	/** The end of a host with or without a port that begins at {@code from}, or {@code from} if there is none. */
	static int ofAuthority(String text, int from) {
		int host = text.startsWith("[", from) ? ofAddress(text, from) : ofHost(text, from);
		int port = host + 1;
		while (host > from && port < text.length() && port <= host + 5 && isDigit(text.charAt(port))) {
			port++;
		}
		return text.startsWith(":", host) && port > host + 1 ? port : host;
	}

	/** The end of an IPv6 address in brackets. */
	private static int ofAddress(String text, int from) {
		int at = from + 1;
		while (at < text.length() && at < from + 50 && "0123456789abcdefABCDEF:.".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return at > from + 2 && text.startsWith("]", at) ? at + 1 : from;
	}

	/** The end of a host name in any script, or {@code from} if there is none. */
	static int ofHost(String text, int from) {
		int end = from;
		int label = from;
		int lastLabel = from;
		for (int at = from; at < text.length();) {
			int character = text.codePointAt(at);
			if (isOfName(character)) {
				end = at + Character.charCount(character);
				lastLabel = label;
			} else if (character == '.' && at > label) {
				label = at + 1;
			} else if (character != '_' && (character != '-' || at == label)) {
				break;
			}
			at += Character.charCount(character);
			if (at - from > LONGEST_HOST) {
				return from;
			}
		}
		return withoutFollowingText(text, lastLabel, end);
	}

	/** No top-level domain mixes ASCII with another script, so where one seems to, the sentence goes on behind it. */
	private static int withoutFollowingText(String text, int label, int end) {
		int at = label;
		while (at < end && isLetterOrDigit(text.charAt(at))) {
			at++;
		}
		boolean mixed = at > label && at < end && text.charAt(at) > 0x7F
				&& Character.UnicodeScript.of(text.codePointAt(at)) != Character.UnicodeScript.LATIN;
		return mixed ? at : end;
	}

	/** Whether a host is a name that can exist on the Internet, which is asked of one that no scheme announces. */
	static boolean isPublic(String host) {
		int dot = host.lastIndexOf('.');
		if (dot <= 0) {
			return false;
		}
		String top = host.substring(dot + 1);
		boolean latin = top.length() >= 2 && top.chars().allMatch(c -> c < 0x80 && Character.isLetter(c));
		boolean other = !top.isEmpty() && top.chars().allMatch(c -> c >= 0x80);
		return latin || other || top.regionMatches(true, 0, "xn--", 0, 4);
	}

	/** The end of what follows a host up to the path if there is an {@code @} in it: all before that is credentials. */
	static int ofCredentials(String text, int from) {
		boolean found = false;
		int at = from;
		for (; at < text.length(); at++) {
			char character = text.charAt(at);
			if (!isLetterOrDigit(character) && "-._~!$&'()*+,;=:%@".indexOf(character) < 0) {
				break;
			}
			found |= character == '@';
		}
		return found ? at : from;
	}

	/** The end of the path, query and fragment that begin at {@code from}, or {@code from} if there are none. */
	static int ofRest(String text, int from) {
		int end = from;
		if (from == text.length() || "/?#".indexOf(text.charAt(from)) < 0) {
			return end;
		}
		Deque<Integer> open = new ArrayDeque<>();
		for (int at = from; at < text.length();) {
			int character = text.codePointAt(at);
			at += Character.charCount(character);
			switch (Part.of(character)) {
				case INSIDE -> end = at;
				case OPENING -> open.push(Part.closing(character));
				case CLOSING -> {
					if (open.isEmpty() || open.pop() != character) {
						return end;
					}
					end = at;
				}
				case OUTSIDE -> {
					return end;
				}
				case INSIDE_IF_FOLLOWED -> {
				}
			}
		}
		return end;
	}

	/** What may stand before the {@code @} of an e-mail address, as in the autolinks of GitHub Flavored Markdown. */
	static boolean isLocal(char character) {
		return isLetterOrDigit(character) || ".-_+".indexOf(character) >= 0;
	}

	static boolean isLetterOrDigit(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || isDigit(character);
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isOfName(int character) {
		int type = Character.getType(character);
		boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
		return (mark || Character.isLetterOrDigit(character)) && Visible.test(character);
	}
}
