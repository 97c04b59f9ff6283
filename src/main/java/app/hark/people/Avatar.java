package app.hark.people;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands for a person where there is no picture: their initials on one of twelve colours.
 *
 * @param initials one or two characters as a reader counts them, so that accents and emoji stay whole
 * @param tone 0 to 11; the style sheet says what colour that is
 */
public record Avatar(String initials, int tone) {

	private static final int TONES = 12;

	/** Marks can be piled on a letter without end; no script needs more than this in one character. */
	private static final int LONGEST_LETTER = 4;

	/**
	 * The initials are those of the first and the last word of the display name. There is one only where the script
	 * knows no capitals: initials are no custom there, and two joined letters read as a syllable. A name without
	 * letters and digits shows its first emoji, and if there is none either, the username is used.
	 *
	 * <p>The tone comes from the username, so that a person keeps it when they change their display name: {@link
	 * String#hashCode}, whose formula the Java language fixes, times 2^32 divided by the golden ratio (Knuth, The
	 * Art of Computer Programming, volume 3, section 6.4, "Fibonacci hashing"), of which the upper half modulo
	 * twelve.
	 */
	public static Avatar of(String displayName, String username) {
		String initials = initials(displayName.split("[\\s\\p{Z}]+"));
		if (initials.isEmpty()) {
			initials = initials(username.split("[._-]+"));
		}
		int spread = username.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B1;
		return new Avatar(initials, (spread >>> 16) % TONES);
	}

	private static String initials(String[] words) {
		List<String> letters = new ArrayList<>();
		String picture = "";
		for (String word : words) {
			String initial = "";
			for (String character : characters(word)) {
				int base = character.codePointAt(0);
				if (initial.isEmpty() && Character.isLetterOrDigit(base)) {
					initial = capital(character);
				} else if (picture.isEmpty() && Character.isEmoji(base)) {
					picture = character;
				}
			}
			if (!initial.isEmpty()) {
				letters.add(initial);
			}
		}
		if (letters.isEmpty()) {
			return picture;
		}
		String first = letters.getFirst();
		boolean both = letters.size() > 1 && hasCapitals(first) && hasCapitals(letters.getLast());
		return both ? first + letters.getLast() : first;
	}

	/** The title-case form: Georgian keeps its everyday letters, and no letter becomes two. */
	private static String capital(String character) {
		int[] points = character.codePoints().limit(LONGEST_LETTER).toArray();
		points[0] = Character.toTitleCase(points[0]);
		return new String(points, 0, points.length);
	}

	private static boolean hasCapitals(String initial) {
		int base = initial.codePointAt(0);
		return !Character.isLetter(base) || Character.isUpperCase(base) || Character.isLowerCase(base)
				|| Character.isTitleCase(base);
	}

	/** Extended grapheme clusters (Unicode Standard Annex #29). */
	private static List<String> characters(String word) {
		String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
		BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
		breaks.setText(composed);
		List<String> characters = new ArrayList<>();
		int start = breaks.first();
		for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
			characters.add(composed.substring(start, end));
			start = end;
		}
		return characters;
	}
}
