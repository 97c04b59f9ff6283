package app.hark.messages;

/** The part that a character can play in the path of a link in running text (the Link_Term property of UTS #58). */
enum Part {

	INSIDE, INSIDE_IF_FOLLOWED, OPENING, CLOSING, OUTSIDE;

	private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

	private static final int ZERO_WIDTH_JOINER = 0x200D;

	static Part of(int character) {
		return character < 0x80 ? ofAscii((char) character) : ofUnicode(character);
	}

	private static Part ofAscii(char character) {
		return switch (character) {
			case '(', '[', '{' -> OPENING;
			case ')', ']', '}' -> CLOSING;
			case '!', '\'', '*', ',', '.', ':', ';', '?' -> INSIDE_IF_FOLLOWED;
			case '<', '>', '"', '`', '|', '\\', '^' -> OUTSIDE;
			default -> character > ' ' && character < 0x7F ? INSIDE : OUTSIDE;
		};
	}

	private static Part ofUnicode(int character) {
		return switch (character) {
			case '。', '、', '，' -> OUTSIDE;
			case ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER -> INSIDE_IF_FOLLOWED; // Persian words, emoji
			default -> switch (Character.getType(character)) {
				case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
						Character.UNASSIGNED, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
						Character.PARAGRAPH_SEPARATOR -> OUTSIDE;
				case Character.START_PUNCTUATION -> closing(character) == 0 ? INSIDE_IF_FOLLOWED : OPENING;
				case Character.END_PUNCTUATION -> CLOSING;
				case Character.OTHER_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
						Character.FINAL_QUOTE_PUNCTUATION -> INSIDE_IF_FOLLOWED;
				default -> INSIDE;
			};
		};
	}

	/** The bracket that closes this one, or 0: in every block that has both it stands one or two places behind. */
	static int closing(int opening) {
		for (int character = opening + 1; character <= opening + 2; character++) {
			if (Character.getType(character) == Character.END_PUNCTUATION) {
				return character;
			}
		}
		return 0;
	}
}
