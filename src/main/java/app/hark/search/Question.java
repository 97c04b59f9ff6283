package app.hark.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for, as typed.
 *
 * @param phrases all have to be in a message, in any order
 * @param from a username, or {@code me}
 * @param in the username of whom the conversation is with, or a word of a group's name
 * @param before days before this one, in UTC
 * @param after days after this one, in UTC
 */
record Question(List<Phrase> phrases, @Nullable String from, @Nullable String in, @Nullable LocalDate before,
		@Nullable LocalDate after) {

	/** In UTF-16 units. */
	static final int LONGEST = 500;

	/** More words than this are refused rather than left out. */
	static final int MOST = 16;

	private enum Key {
		FROM, IN, BEFORE, AFTER;

		final String sign = name().toLowerCase(Locale.ROOT);

		static Optional<Key> of(String piece) {
			for (Key key : values()) {
				if (piece.regionMatches(true, 0, key.sign + ":", 0, key.sign.length() + 1)) {
					return Optional.of(key);
				}
			}
			return Optional.empty();
		}
	}

	/**
	 * Reads a query: words, and {@code from:}, {@code in:}, {@code before:}, {@code after:} with what follows them. Nothing
	 * else has a special meaning.
	 *
	 * @throws Unanswerable if it is too long, or says one of the four twice or without something that makes sense
	 */
	static Question of(String query) {
		if (query.length() > LONGEST) {
			throw Unanswerable.because("find.long", LONGEST);
		}
		Map<Key, String> values = new EnumMap<>(Key.class);
		List<Phrase> phrases = new ArrayList<>();
		for (String piece : query.split("[\\p{javaWhitespace}\\p{Z}\\p{Cntrl}]+", -1)) {
			Optional<Key> key = Key.of(piece);
			if (key.isPresent()) {
				put(key.get(), piece.substring(key.get().sign.length() + 1), values);
			} else {
				var tokens = Tokens.of(piece);
				if (!tokens.isEmpty()) {
					phrases.add(Phrase.of(tokens));
				}
			}
		}
		if (phrases.stream().mapToInt(phrase -> phrase.terms().size()).sum() > 4 * MOST || phrases.size() > MOST) {
			throw Unanswerable.because("find.many", MOST);
		}
		return new Question(List.copyOf(phrases), values.get(Key.FROM), values.get(Key.IN), day(Key.BEFORE, values),
				day(Key.AFTER, values));
	}

	boolean isEmpty() {
		return phrases.isEmpty() && from == null && in == null && before == null && after == null;
	}

	private static void put(Key key, String value, Map<Key, String> values) {
		if (value.isEmpty()) {
			throw Unanswerable.because("find." + key.sign + ".empty");
		}
		if (values.put(key, value) != null) {
			throw Unanswerable.because("find.twice", key.sign + ":");
		}
	}

	private static @Nullable LocalDate day(Key key, Map<Key, String> values) {
		String value = values.get(key);
		if (value == null) {
			return null;
		}
		try {
			if (value.length() == "2026-11-01".length()) {
				return LocalDate.parse(value);
			}
		} catch (DateTimeParseException _) {
			// It gets the same answer as what does not even look like one.
		}
		throw Unanswerable.because("find.day", key.sign + ":", value);
	}
}
