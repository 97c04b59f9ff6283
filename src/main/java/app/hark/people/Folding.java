package app.hark.people;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Brings names and what is searched for into one form, so that case, accents and variants of letters make no
 * difference.
 *
 * <p>The compatibility decomposition (NFKD, Unicode Standard Annex #15) separates letters from their marks; then
 * marks go where readers leave them out: accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic.
 * They stay where they are part of the spelling: vowel signs of the scripts of India and South-East Asia, voicing
 * marks of Japanese. Letters that do not decompose but are looked for by another spelling are written out. Hangul
 * stays decomposed, so that a syllable is found while it is still being typed.
 */
public final class Folding {

	/** The marks of Latin, Greek and Cyrillic; those of Arabic and Hebrew are known by their script. */
	private static final Set<UnicodeBlock> ACCENTS = Set.of(UnicodeBlock.COMBINING_DIACRITICAL_MARKS,
			UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED, UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT,
			UnicodeBlock.COMBINING_HALF_MARKS, UnicodeBlock.CYRILLIC, UnicodeBlock.CYRILLIC_EXTENDED_A);

	private Folding() {
	}

	/** The folded form: of two texts that differ in no more than case, accents and variants of letters, the same. */
	public static String fold(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		StringBuilder folded = new StringBuilder(decomposed.length());
		decomposed.codePoints().filter(character -> !isAccent(character)).forEach(character -> {
			String spelling = spelling(character);
			if (spelling.isEmpty()) {
				folded.appendCodePoint(variant(character));
			} else {
				folded.append(spelling);
			}
		});
		return folded.toString();
	}

	/** How the letter is written by those who do not have it; empty for most. */
	private static String spelling(int character) {
		return switch (character) {
			case 'ß' -> "ss";
			case 'æ' -> "ae";
			case 'œ' -> "oe";
			case 'þ' -> "th";
			case 'ð', 'đ', 'ɖ' -> "d";
			case 'ø' -> "o";
			case 'ł' -> "l";
			case 'ħ' -> "h";
			case 'ŧ' -> "t";
			case 'ı' -> "i";
			case 'ŋ' -> "n";
			case 'ĸ' -> "k";
			case 'ə' -> "e";
			default -> "";
		};
	}

	private static int variant(int character) {
		return switch (character) {
			case 'ς' -> 'σ';
			case 'ٱ' -> 'ا'; // alef wasla
			case 'ة' -> 'ه'; // ta marbuta
			case 'ى', 'ی', 'ے' -> 'ي'; // alef maksura and the yehs of Persian and Urdu
			case 'ک' -> 'ك'; // kaf of Persian and Urdu
			case 'ʻ', 'ʼ', 'ʽ', 'ʹ', 'ʾ', 'ʿ', '’', '‘' -> '\'';
			default -> isKatakana(character) ? character - ('ァ' - 'ぁ') : character;
		};
	}

	private static boolean isKatakana(int character) {
		return (character >= 'ァ' && character <= 'ヶ') || character == 'ヽ' || character == 'ヾ';
	}

	private static boolean isAccent(int character) {
		if (character == 'ـ') {
			return true; // tatweel is no mark, but only stretches a word
		}
		if (Character.getType(character) != Character.NON_SPACING_MARK) {
			return false;
		}
		UnicodeScript script = UnicodeScript.of(character);
		boolean vowelPoint = (character >= 0x64B && character <= 0x655) || character == 0x670;
		return vowelPoint || script == UnicodeScript.HEBREW || script == UnicodeScript.ARABIC
				|| ACCENTS.contains(UnicodeBlock.of(character));
	}
}
