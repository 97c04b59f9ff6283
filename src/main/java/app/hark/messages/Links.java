package app.hark.messages;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the links in a message: web addresses that begin with {@code http://}, {@code https://} or {@code www.}, and
 * e-mail addresses with or without {@code mailto:}.
 *
 * <p>Only these beginnings make a link, so no other scheme can. As in the autolinks of GitHub Flavored Markdown (its
 * specification, section 6.9), a beginning counts only where no word is cut in two; other than there, it may follow a
 * letter that is not ASCII, because Chinese, Japanese and Thai put no space before a link. Where a link ends is
 * {@link Reach}'s to say. An address with a name or password before its host ({@code https://bank.example@elsewhere})
 * is left as text, because it reads as another place than it leads to.
 *
 * <p>One pass from left to right. What is read ahead is read a bounded number of times, so the time is linear in the
 * length of the text, whatever it holds.
 */
final class Links {

	private final String text;

	private final List<Run> runs = new ArrayList<>();

	/** Everything before this is in {@link #runs}. */
	private int done;

	private Links(String text) {
		this.text = text;
	}

	/** The text cut into plain runs and links; no run is empty, and together they are the text. */
	static List<Run> in(String text) {
		return new Links(text).split();
	}

	private List<Run> split() {
		int at = 0;
		while (at < text.length()) {
			at = switch (text.charAt(at)) {
				case 'h', 'H' -> web(at);
				case 'w', 'W' -> www(at);
				case 'm', 'M' -> mailto(at);
				case '@' -> email(at);
				default -> at + 1;
			};
		}
		plain(text.length());
		return runs;
	}

	private int web(int start) {
		String scheme = begins("https://", start) ? "https://" : begins("http://", start) ? "http://" : null;
		if (scheme == null || afterWord(start)) {
			return start + 1;
		}
		int host = start + scheme.length();
		int authority = Reach.ofAuthority(text, host);
		if (authority == host) {
			return host;
		}
		int credentials = Reach.ofCredentials(text, authority);
		if (credentials > authority) {
			return credentials;
		}
		int end = Reach.ofRest(text, authority);
		return link(start, end, scheme + text.substring(host, authority) + Href.safe(text.substring(authority, end)));
	}

	private int www(int start) {
		if (!begins("www.", start) || afterWord(start) || insideAddress(start)) {
			return start + 1;
		}
		int authority = Reach.ofAuthority(text, start);
		String host = text.substring(start, authority);
		if (!Reach.isPublic(host) || host.indexOf('.', 4) < 0 || is('@', authority)) {
			return start + 1;
		}
		int end = Reach.ofRest(text, authority);
		return link(start, end, "https://" + host + Href.safe(text.substring(authority, end)));
	}

	private int mailto(int start) {
		if (!begins("mailto:", start) || afterWord(start)) {
			return start + 1;
		}
		int local = start + "mailto:".length();
		int at = local;
		while (at < text.length() && Reach.isLocal(text.charAt(at))) {
			at++;
		}
		int end = at > local && is('@', at) ? Reach.ofHost(text, at + 1) : at;
		if (end <= at + 1 || !Reach.isPublic(text.substring(at + 1, end))) {
			return local;
		}
		int rest = is('?', end) ? Reach.ofRest(text, end) : end;
		return link(start, rest, "mailto:" + text.substring(local, end) + Href.safe(text.substring(end, rest)));
	}

	private int email(int at) {
		int start = at;
		while (start > done && Reach.isLocal(text.charAt(start - 1))) {
			start--;
		}
		if (start > done && (is('@', start - 1) || is('/', start - 1))) {
			return at + 1;
		}
		while (start < at && !Reach.isLetterOrDigit(text.charAt(start))) {
			start++;
		}
		int end = Reach.ofHost(text, at + 1);
		if (start == at || is('.', at - 1) || !Reach.isPublic(text.substring(at + 1, end))) {
			return at + 1;
		}
		return link(start, end, "mailto:" + text.substring(start, end));
	}

	private int link(int start, int end, String href) {
		plain(start);
		runs.add(new Run(text.substring(start, end), href));
		done = end;
		return end;
	}

	private void plain(int end) {
		if (end > done) {
			runs.add(new Run(text.substring(done, end), null));
			done = end;
		}
	}

	private boolean begins(String prefix, int at) {
		return text.regionMatches(true, at, prefix, 0, prefix.length());
	}

	private boolean is(char character, int at) {
		return at < text.length() && text.charAt(at) == character;
	}

	private boolean afterWord(int at) {
		return at > done && Reach.isLetterOrDigit(text.charAt(at - 1));
	}

	private boolean insideAddress(int at) {
		return at > done && ".-+@/".indexOf(text.charAt(at - 1)) >= 0;
	}
}
