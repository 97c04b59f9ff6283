package app.hark.people;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The words by which a person is found, and the words of a query: folded, cut at all but letters, marks, digits. */
final class Words {

	/** In UTF-16 units, the width of the column; longer words are cut on both sides of the comparison. */
	static final int LONGEST = 64;

	/** A query has no more words than this, the rest is ignored. */
	static final int MOST = 8;

	/** As much of a query as can hold its words; what is behind is not looked at. */
	private static final int LONGEST_QUERY = 1_000;

	private Words() {
	}

	/**
	 * Everything whose beginning finds the person. Beside the words themselves these are names with an apostrophe in
	 * one piece, the username without its punctuation, and for scripts without spaces the names in one piece and
	 * what is left of each word behind every character, because the beginning of such a rest is a part of the
	 * middle.
	 */
	static SortedSet<String> of(String username, String displayName) {
		String name = Folding.fold(displayName);
		Set<String> whole = new LinkedHashSet<>();
		cut(name, whole);
		cut(name.replace("'", ""), whole);
		cut(withoutSpacesBetweenUnspaced(name), whole);
		cut(username, whole);
		cut(username.replaceAll("[._-]", ""), whole);
		SortedSet<String> words = new TreeSet<>();
		for (String word : whole) {
			words.add(shorten(word));
			for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
				if (isUnspaced(word.codePointAt(at)) && !continuesSyllable(word.codePointAt(at))) {
					words.add(shorten(word.substring(at)));
				}
			}
		}
		return words;
	}

	/** The words of a query, in its order, each once. */
	static Set<String> ofQuery(String query) {
		Set<String> words = new LinkedHashSet<>();
		cut(Folding.fold(query.substring(0, Math.min(query.length(), LONGEST_QUERY))), words);
		Set<String> first = new LinkedHashSet<>();
		words.stream().limit(MOST).map(Words::shorten).forEach(first::add);
		return first;
	}

	private static void cut(String text, Set<String> words) {
		int start = 0;
		for (int at = 0; at <= text.length();) {
			int character = at < text.length() ? text.codePointAt(at) : ' ';
			if (!isOfWord(character)) {
				if (at > start) {
					words.add(text.substring(start, at));
				}
				start = at + Character.charCount(character);
			}
			at += Character.charCount(character);
		}
	}

	private static String withoutSpacesBetweenUnspaced(String text) {
		StringBuilder joined = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			boolean between = at > 0 && at + 1 < text.length() && isUnspaced(text.codePointBefore(at))
					&& isUnspaced(text.codePointAt(at + 1));
			if (!between || isOfWord(text.charAt(at)) || Character.isSurrogate(text.charAt(at))) {
				joined.append(text.charAt(at));
			}
		}
		return joined.toString();
	}

	private static String shorten(String word) {
		if (word.length() <= LONGEST) {
			return word;
		}
		return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
	}

	private static boolean isOfWord(int character) {
		return Character.isLetterOrDigit(character) || switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	private static boolean isUnspaced(int character) {
		return switch (UnicodeScript.of(character)) {
			case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
			default -> false;
		};
	}

	/** Marks, and the vowels and final consonants of a Hangul syllable: no one begins to type with them. */
	private static boolean continuesSyllable(int character) {
		return !Character.isLetterOrDigit(character) || (character >= 0x1160 && character <= 0x11FF);
	}
}
