package app.hark.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

	static final java.util.List<String> NEAR = Emoji.NEAR;

	@ParameterizedTest
	@FieldSource("NEAR")
	@ValueSource(strings = {"👍", "👍🏽", "👩‍🚀", "👩🏿‍🚀", "👨‍👩‍👧‍👦", "🧑🏻‍❤️‍💋‍🧑🏿", "🏳️‍🌈", "🏴‍☠️",
			"🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "#️⃣",
			"☝🏻", "🕵🏻‍♂️", "👁️‍🗨️", "🫨", "🐦‍🔥", "⭐", "©️", "🏃🏻‍♀️‍➡️"})
	void oneEmojiIsTakenAsItIs(String typed) {
		assertThat(Emoji.of(typed)).contains(new Emoji(typed));
	}

	@ParameterizedTest
	@CsvSource({"❤, ❤️", "⭐️, ⭐", "👍️, 👍", "1⃣, 1️⃣", "🏳‍🌈, 🏳️‍🌈", "' 👍\n', 👍", "🕵‍♂, 🕵️‍♂️"})
	void theSameEmojiTypedInAnotherWayIsTheSame(String typed, String emoji) {
		assertThat(Emoji.of(typed)).contains(new Emoji(emoji));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "a", "1", "#", "ok", "👍👍", "👍 👍", "👍a", "a👍", "🇩", "🇩🇪🇫🇷", "🏽",
			"\uFE0F", "\u200D",
			"👍\u200D", "\u200D👍", "e\u0301", "<b>", ":)", "❤\uFE0E", "\uD83D", "👍\uDB40\uDC61", "👍\u0301", "क्षि",
			"⃣",
			"🏴󠁧󠁢", "👍\u200D👍\u200D👍\u200D👍\u200D👍", "👍\uFE0F\uFE0F", "a\uFE0F\u20E3"})
	void anythingElseIsNone(String typed) {
		assertThat(Emoji.of(typed)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = {41, 1_000_000})
	void theLengthOfWhatIsTypedDoesNotMatter(int times) {
		assertThat(Emoji.of("👍".repeat(times))).isEmpty();
		assertThat(Emoji.of("👍\u200D".repeat(times))).isEmpty();
	}
}
