package app.hark.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in an inbox: the position of the last entry seen, and the random tag that this entry carries.
 * <p>
 * The tag tells logs apart: after a restored backup or a lost write the same position belongs to another entry, and a
 * cursor from the log that was should be refused instead of silently skipping what is new.
 *
 * @param position 1, 2, 3 … of the owner's entries; 0 stands before the first
 * @param tag the entry's tag, or the inbox's epoch at position 0
 */
public record Cursor(long position, String tag) {

	private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,17})\\.([A-Za-z0-9]{1,16})");

	/** Reads what a client sent; empty if no server ever wrote such a cursor. */
	public static Optional<Cursor> parse(String text) {
		var matcher = FORM.matcher(text);
		return matcher.matches()
				? Optional.of(new Cursor(Long.parseLong(matcher.group(1)), matcher.group(2)))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return position + "." + tag;
	}
}
