package app.hark.people;

/**
 * Tells characters that show something from those that do not, so that a message of nothing but spaces, fillers or
 * zero-width characters counts as blank.
 *
 * <p>Whitespace, separators, control and format characters are known by their general category. The rest are the
 * letters, marks and the one symbol that Unicode lists as default-ignorable (DerivedCoreProperties.txt) or, like the
 * empty Braille cell, draws as nothing.
 */
public final class Visible {

	private Visible() {
	}

	public static boolean test(int character) {
		return switch (Character.getType(character)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
			default -> !isEmptyShape(character);
		};
	}

	private static boolean isEmptyShape(int character) {
		return switch (character) {
			case 0x034F -> true; // combining grapheme joiner
			case 0x115F, 0x1160, 0x3164, 0xFFA0 -> true; // Hangul fillers
			case 0x17B4, 0x17B5 -> true; // Khmer inherent vowels
			case 0x180B, 0x180C, 0x180D, 0x180F -> true; // Mongolian variation selectors
			case 0x2800 -> true; // Braille pattern without dots
			default -> (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
		};
	}
}
