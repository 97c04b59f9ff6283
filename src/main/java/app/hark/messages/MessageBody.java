package app.hark.messages;

import app.hark.people.Visible;

/**
 * What a person typed as a message: either accepted, in the form in which it is stored, or refused with a reason.
 *
 * <p>Nothing is trimmed or composed: apart from its line ends, a message arrives as it was typed.
 */
sealed interface MessageBody {

	/** The longest message, in code points and after the line ends became one character each. */
	int LONGEST = 8_000;

	/** A message that may be stored: 1 to {@value #LONGEST} characters, lines ended by {@code \n} alone. */
	record Accepted(String text) implements MessageBody {
	}

	/** A message that may not; {@code characters} is its length as counted, for the sentence that says so. */
	record Refused(Reason reason, int characters) implements MessageBody {
	}

	enum Reason {
		BLANK("message.blank"), LONG("message.long"), CONTROL("message.control");

		private final String key;

		Reason(String key) {
			this.key = key;
		}

		/** The key of the sentence in the message bundle; its argument {0} is {@link Refused#characters}. */
		String key() {
			return key;
		}
	}

	/** Checks what was typed, in one pass over it, so that a body of megabytes costs no more than reading it. */
	static MessageBody of(String typed) {
		String text = typed.replace("\r\n", "\n").replace('\r', '\n');
		int characters = text.codePointCount(0, text.length());
		if (text.codePoints().noneMatch(Visible::test)) {
			return new Refused(Reason.BLANK, characters);
		}
		if (characters > LONGEST) {
			return new Refused(Reason.LONG, characters);
		}
		if (text.codePoints().anyMatch(MessageBody::isRefused)) {
			return new Refused(Reason.CONTROL, characters);
		}
		return new Accepted(text);
	}

	/** Control characters other than tab and line end, and halves of surrogate pairs, which no UTF-8 can carry. */
	private static boolean isRefused(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL -> character != '\t' && character != '\n';
			case Character.SURROGATE -> true;
			default -> false;
		};
	}
}
