package app.hark.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.hark.people.Folding;
import app.hark.people.Visible;

/**
 * Cuts text into the words by which it is found. Index, query and marks use the same cut, so that what is found is what is
 * marked.
 * <p>
 * Words are runs of letters, digits and marks. Scripts that put no spaces between words, and Korean, whose particles hang
 * on them, are cut into characters with their marks; a word of such a script is then searched for as characters that
 * follow on each other, wherever it stands in a text, which no dictionary has to agree with. Symbols, emoji among them, stand for
 * themselves.
 */
final class Tokens {

	/** In UTF-16 units; longer words are cut on both sides of the comparison. */
	static final int LONGEST = 64;

	private final String text;
	private final List<Token> tokens = new ArrayList<>();

	/** Whether no space has come since the last word. */
	private boolean joined;

	private Tokens(String text) {
		this.text = text;
	}

	/** The words of a text, in its order. */
	static List<Token> of(String text) {
		return new Tokens(text).cut();
	}

	private List<Token> cut() {
		for (int at = 0; at < text.length();) {
			int character = text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (isUnspaced(character)) {
				next = endOfCluster(next);
				add(at, next, false);
			} else if (isOfWord(character)) {
				next = endOfWord(next);
				add(at, next, true);
			} else if (Character.getType(character) == Character.OTHER_SYMBOL) {
				add(at, next, false);
			} else if (isSpace(character)) {
				joined = false;
			}
			at = next;
		}
		return tokens;
	}

	private void add(int start, int end, boolean whole) {
		String term = fold(text.substring(start, end));
		if (!term.isEmpty()) {
			tokens.add(new Token(shorten(term), start, end, whole, joined));
			joined = true;
		}
	}

	private int endOfWord(int from) {
		int end = from;
		for (int at = from; at < text.length();) {
			int character = text.codePointAt(at);
			at += Character.charCount(character);
			if (isOfWord(character) && !isUnspaced(character)) {
				end = at;
			} else if (!isInside(character)) {
				break;
			}
		}
		return end;
	}

	private int endOfCluster(int from) {
		int at = from;
		while (at < text.length() && continuesCluster(text.codePointAt(at))) {
			at += Character.charCount(text.codePointAt(at));
		}
		return at;
	}

	private static String fold(String word) {
		if (word.chars().allMatch(c -> c < 0x80)) {
			return word.toLowerCase(Locale.ROOT);
		}
		StringBuilder shown = new StringBuilder(word.length());
		word.codePoints().filter(Visible::test).forEach(shown::appendCodePoint);
		StringBuilder folded = new StringBuilder(word.length());
		Folding.fold(shown.toString()).codePoints().forEach(
				character -> folded.appendCodePoint(Character.isDigit(character)
						? '0' + Character.digit(character, 10)
						: character));
		return folded.toString();
	}

	private static String shorten(String word) {
		if (word.length() <= LONGEST) {
			return word;
		}
		return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
	}

	/** What cuts a query into its pieces, too. */
	private static boolean isSpace(int character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| Character.getType(character) == Character.CONTROL;
	}

	private static boolean isOfWord(int character) {
		return Character.isLetterOrDigit(character) || isMark(character);
	}

	private static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	/** Joiners, directions and soft hyphens are inside of words; the zero-width space is between them. */
	private static boolean isInside(int character) {
		return Character.getType(character) == Character.FORMAT && character != 0x200B;
	}

	private static boolean isUnspaced(int character) {
		if (character < 0x0E00) {
			return false;
		}
		return switch (UnicodeScript.of(character)) {
			case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR, TAI_THAM, NEW_TAI_LUE, TAI_LE,
					TIBETAN, YI, JAVANESE, BALINESE ->
					isOfWord(character);
			default -> character == 'ー' || character == 'ｰ';
		};
	}

	/** Marks, voicing marks of half-width kana, and the vowels and final consonants of a Hangul syllable. */
	private static boolean continuesCluster(int character) {
		return isMark(character) || character == 0xFF9E || character == 0xFF9F
				|| (character >= 0x1160 && character <= 0x11FF) || isInside(character);
	}
}
