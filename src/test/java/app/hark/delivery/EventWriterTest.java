package app.hark.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class EventWriterTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final EventWriter events = new EventWriter(out);

	@Test
	void everyKindOfLineEndBeginsANewDataLine() throws IOException {
		events.event("message", new Cursor(7, "abc"), "one\ntwo\r\nthree\rid: 9\r\revent: x");

		assertThat(written()).isEqualTo("""
				event: message
				id: 7.abc
				data: one
				data: two
				data: three
				data: id: 9
				data:\s
				data: event: x

				""");
	}

	@Test
	void anEventWithoutAnIdDoesNotMoveTheCursor() throws IOException {
		events.event("ping", null, "");

		assertThat(written()).isEqualTo("event: ping\ndata: \n\n");
	}

	@Test
	void whatIsWrittenTogetherWaitsForTheRestHoweverLongNothingWasWrittenBefore() throws IOException {
		events.event("message", null, "one");
		events.event("message", null, "two");

		assertThat(events.waitsFor(Duration.ofMinutes(1))).isFalse();
		assertThat(events.waitsFor(Duration.ZERO)).isTrue();
		events.flush();
		assertThat(events.waitsFor(Duration.ZERO)).as("it is sent").isFalse();
	}

	@Test
	void howLongToWaitIsInMilliseconds() throws IOException {
		events.retry(Duration.ofSeconds(2));

		assertThat(written()).isEqualTo("retry: 2000\n");
	}

	private String written() {
		return out.toString(UTF_8);
	}
}
