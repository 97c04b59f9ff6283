package app.hark.messages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One emoji, as its sequence of characters is defined by UTS #51: a pictograph alone, with a tone of skin or joined to
 * others, a flag, or a keycap.
 *
 * <p>What is typed in different ways and looks the same is one emoji: characters that would else be shown as text are
 * followed by the variation selector, and no others. Sequences that nothing draws as one picture are not all refused;
 * but they are bounded, and leave no room for invisible text.
 */
record Emoji(String text) {

	/** So many UTF-16 units are enough for every emoji that there is. */
	static final int LONGEST = 40;

	/** What most people react with. */
	static final List<String> NEAR = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

	private static final String PICTOGRAPH = "[\\p{IsEmoji}&&\\p{IsExtended_Pictographic}]";
	private static final String ELEMENT = "(?:\\p{IsEmoji_Modifier_Base}\\p{IsEmoji_Modifier}|" + PICTOGRAPH
			+ "\\x{FE0F}?)";
	private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
	private static final String FLAG_OF_PART = "\\x{1F3F4}[\\x{E0030}-\\x{E0039}\\x{E0061}-\\x{E007A}]{3,6}\\x{E007F}";
	private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";

	private static final Pattern ONE = Pattern.compile(
			ELEMENT + "(?:\\x{200D}" + ELEMENT + "){0,3}|" + FLAG + "|" + FLAG_OF_PART + "|" + KEYCAP);
	private static final Pattern NEEDLESS = Pattern.compile("(\\p{IsEmoji_Presentation})\\x{FE0F}");
	private static final Pattern MISSING = Pattern.compile("([" + PICTOGRAPH + "&&[^\\p{IsEmoji_Presentation}]]"
			+ "(?![\\x{FE0F}\\p{IsEmoji_Modifier}])|[0-9#*](?=\\x{20E3}))");

	/** What was typed, if it is one emoji; white space around it is not looked at. */
	static Optional<Emoji> of(String typed) {
		String text = typed.strip();
		if (text.length() > LONGEST || !ONE.matcher(text).matches()) {
			return Optional.empty();
		}
		String bare = NEEDLESS.matcher(text).replaceAll("$1");
		return Optional.of(new Emoji(MISSING.matcher(bare).replaceAll("$1\uFE0F")));
	}
}
