package app.hark.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.hark.messages.MessageBody.Accepted;
import app.hark.messages.MessageBody.Reason;
import app.hark.messages.MessageBody.Refused;

class MessageBodyTest {

	@Test
	void everyLineEndBecomesOneNewline() {
		assertThat(MessageBody.of("one\r\ntwo\rthree\n\r\n\rfour"))
				.isEqualTo(new Accepted("one\ntwo\nthree\n\n\nfour"));
	}

	@Test
	void whatIsTypedIsOtherwiseKept() {
		String typed = "  a\tb  \n👩‍👩‍👧 e\u0301 שלום\u200f ";
		assertThat(MessageBody.of(typed)).isEqualTo(new Accepted(typed));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "\r\n\t ", "\u00a0\u2003\u3000", "\u200b\u200d\ufeff\u2060", "\u202e\u2066",
			"\u3164\u115f\uffa0", "\u2800", "\ufe0f", "\u0000\u0007", "\u2028\u2029", "\udb40\udd00", "\ud800"})
	void aMessageThatShowsNothingIsBlank(String typed) {
		assertThat(MessageBody.of(typed)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.reason()).isEqualTo(Reason.BLANK));
	}

	@ParameterizedTest
	@ValueSource(strings = {".", "\u0301", "👍🏽", "💬\ufe0f", "\ue000", "ㅤa"})
	void aMessageThatShowsAnythingIsNotBlank(String typed) {
		assertThat(MessageBody.of(typed)).isEqualTo(new Accepted(typed));
	}

	@Test
	void lengthIsCountedInCharactersAfterLineEndsAreOneEach() {
		assertThat(MessageBody.of("🦊\r\n".repeat(4_000))).isEqualTo(new Accepted("🦊\n".repeat(4_000)));
		assertThat(MessageBody.of("🦊\r\n".repeat(4_000) + "a")).isEqualTo(new Refused(Reason.LONG, 8_001));
	}

	@ParameterizedTest
	@ValueSource(strings = {"a\u0000", "a\u001b[31m", "a\u000b", "a\u007f", "a\u0085", "a\ud83e", "\udd8a\ud83ea"})
	void controlCharactersAndBrokenCharactersAreRefused(String typed) {
		assertThat(MessageBody.of(typed)).isEqualTo(new Refused(Reason.CONTROL, typed.length()));
	}

	@Test
	void everyReasonNamesItsSentence() {
		assertThat(Reason.values()).extracting(Reason::key).containsExactly("message.blank", "message.long",
				"message.control");
	}
}
