package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** What nodes write to each other. */
class NoteTest {

	@Test
	void whatIsWrittenIsRead() {
		List<Note> notes = List.of(Note.of(Topic.INBOX, 17), Note.of(Topic.TYPING, 4, 5), Note.of(Topic.HELLO));

		List<String> payloads = Note.payloads("a1b2", notes);

		assertThat(payloads).singleElement().satisfies(payload -> {
			assertThat(Note.node(payload)).isEqualTo("a1b2");
			assertThat(Note.read(payload)).isEqualTo(notes);
		});
	}

	@Test
	void noPayloadIsLongerThanPostgresTakes() {
		List<Note> notes = LongStream.range(0, 3_000).mapToObj(i -> Note.of(Topic.INBOX, Long.MAX_VALUE - i)).toList();

		List<String> payloads = Note.payloads("a1b2", notes);

		assertThat(payloads).hasSizeGreaterThan(1)
				.allMatch(payload -> payload.getBytes(StandardCharsets.UTF_8).length < 8_000)
				.allMatch(payload -> Note.node(payload).equals("a1b2"));
		assertThat(payloads.stream().flatMap(payload -> Note.read(payload).stream())).containsExactlyElementsOf(notes);
	}

	@Test
	void whatANewerNodeSaysBesidesIsPassedOver() {
		assertThat(Note.read("a1b2\nINBOX 1\nFUTURE 2\nINBOX many\n\nINBOX 3"))
				.containsExactly(Note.of(Topic.INBOX, 1), Note.of(Topic.INBOX, 3));
		assertThat(Note.read("")).isEmpty();
	}
}
