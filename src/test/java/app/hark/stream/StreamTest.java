package app.hark.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;
import app.hark.drive.StreamReader.Event;

@HarkTest
class StreamTest {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	@LocalServerPort int port;

	private Client adas;

	private Client beas;

	private StreamReader stream;

	@BeforeEach
	void beaListens() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
		stream = beas.stream();
	}

	@AfterEach
	void close() {
		stream.close();
	}

	@Test
	void itsHeadersAreThoseOfTheSurface() {
		try (StreamReader asked = StreamReader.open(beas, "/stream", "Accept", "text/event-stream", "Accept-Encoding",
				"gzip, deflate, br")) {
			MediaType type = MediaType.parseMediaType(asked.headers().firstValue("Content-Type").orElseThrow());
			assertThat(type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)).isTrue();
			assertThat(type.getParameter("charset")).isEqualToIgnoringCase("utf-8");
			assertThat(asked.headers().allValues("Cache-Control")).containsExactly("no-store");
			assertThat(asked.headers().allValues("X-Accel-Buffering")).containsExactly("no");
			assertThat(asked.headers().map()).doesNotContainKey("content-encoding");
		}
	}

	@Test
	void aMessageBringsItselfAndTheLineOfItsConversation() {
		long chat = adas.write(bea, "Hello Bea");

		Event event = stream.await("message");

		assertThat(event.html().messages()).singleElement().satisfies(message -> {
			assertThat(message.text()).isEqualTo("Hello Bea");
			assertThat(message.author()).isEqualTo(ada.username());
		});
		assertThat(event.html().items()).singleElement().satisfies(item -> {
			assertThat(item.id()).isEqualTo(chat);
			assertThat(item.unread()).isEqualTo(1);
			assertThat(item.text()).contains(ada.displayName()).contains("Hello Bea");
		});
	}

	@Test
	void theSendersOtherDevicesHearOfItToo() {
		Client phone = Client.at(port).signIn(ada);
		try (StreamReader own = phone.stream()) {
			adas.write(bea, "Hello Bea");

			assertThat(own.await("message").html().items()).singleElement()
					.satisfies(item -> assertThat(item.text()).contains(bea.displayName()).doesNotContain("unread"));
		}
	}

	@Test
	void whatIsShownOnThePageIsWhatTheStreamBrought() {
		long chat = adas.write(bea, "Hello & <Bea>\nhttps://example.org");

		Html fragment = stream.await("message").html();

		assertThat(beas.list().html().conversations()).isEqualTo(fragment.items());
		assertThat(beas.chat(chat).html().messages()).isEqualTo(fragment.messages());
	}

	@Test
	void idsRiseByOne() {
		long chat = adas.write(bea, "message 1");
		IntStream.rangeClosed(2, 20).forEach(i -> (i % 2 == 0 ? adas : beas).say(chat, "message " + i));

		stream.awaitMessages(20);

		List<Event> entries = stream.entries();
		assertThat(entries).extracting(Event::position)
				.isEqualTo(
						IntStream.range(0, entries.size()).mapToObj(i -> entries.getFirst().position() + i).toList());
		assertThat(entries).extracting(Event::id).allMatch(id -> id.matches("\\d+\\.[A-Za-z0-9_-]+"));
		assertThat(stream.texts()).isEqualTo(IntStream.rangeClosed(1, 20).mapToObj(i -> "message " + i).toList());
	}

	@Test
	void readingIsToldToOnesOtherDevices() {
		long chat = adas.write(bea, "Hello Bea");
		stream.await("message");

		Client.at(port).signIn(bea).chat(chat);

		assertThat(stream.await("conversation").html().items()).singleElement()
				.satisfies(item -> assertThat(item.unread()).isZero());
	}

	@Test
	void aStreamIsResumedByHeader() {
		List<Event> all = tenMessages();
		try (StreamReader resumed = beas.streamAfter(String.valueOf(all.get(3).id()))) {
			assertResumedBehindTheFourth(all, resumed);
		}
	}

	@Test
	void aStreamIsResumedByParameterWhereTheHeaderIsAbsent() {
		List<Event> all = tenMessages();
		try (StreamReader resumed = StreamReader.open(beas, "/stream?after=" + all.get(3).id());
				StreamReader both = StreamReader.open(beas, "/stream?after=" + all.get(0).id(), "Last-Event-ID",
						String.valueOf(all.get(3).id()))) {
			assertResumedBehindTheFourth(all, resumed);
			assertResumedBehindTheFourth(all, both);
		}
	}

	@Test
	void aPagesCursorResumesWhereThePageWasMade() {
		long chat = adas.write(bea, "on the page");
		String cursor = beas.chat(chat).cursor();
		adas.say(chat, "after it");

		try (StreamReader resumed = StreamReader.open(beas, "/stream?after=" + cursor)) {
			resumed.awaitMessages(1);
			adas.say(chat, "and later");
			resumed.awaitMessages(2);
			assertThat(resumed.texts()).endsWith("after it", "and later").doesNotHaveDuplicates();
			assertThat(resumed.named("reset")).isEmpty();
		}
	}

	@Test
	void theFirstPageOfANewAccountCanBeResumedFrom() {
		Client newcomer = Client.at(port).signUp(People.someone());
		String cursor = newcomer.list().cursor();

		try (StreamReader resumed = StreamReader.open(newcomer, "/stream?after=" + cursor)) {
			newcomer.write(bea, "Hello Bea");
			resumed.awaitMessages(1);
			assertThat(resumed.named("reset")).isEmpty();
		}
	}

	@Test
	void withoutAnIdItStartsAtNow() {
		tenMessages();
		try (StreamReader fresh = beas.stream()) {
			adas.write(bea, "only this");
			fresh.awaitMessages(1);
			assertThat(fresh.texts()).containsExactly("only this");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"1", "1.", ".x", "one.two", "-1.x", "99999999999999999999999.x", "1.x.y", "0.nope", "1.nope",
					"1.%00", "\"1.x\""})
	void anIdThatIsNoneGetsReset(String id) {
		tenMessages();
		try (StreamReader refused = beas.streamAfter(id)) {
			assertReset(refused);
		}
	}

	@Test
	void anIdAheadOfTheLogGetsReset() {
		Event last = tenMessages().getLast();
		String tag = String.valueOf(last.id()).substring(String.valueOf(last.id()).indexOf('.'));
		try (StreamReader refused = beas.streamAfter(last.position() + 1_000 + tag)) {
			assertReset(refused);
		}
	}

	@Test
	void anIdOfAnotherLogGetsReset() {
		tenMessages();
		String adasCursor = adas.list().cursor();
		try (StreamReader refused = StreamReader.open(beas, "/stream?after=" + adasCursor)) {
			assertReset(refused);
		}
	}

	@Test
	void anIdleStreamIsPinged() {
		Event ping = stream.await("ping");
		stream.awaitEvents(events -> stream.named("ping").size() >= 2, Duration.ofSeconds(10));

		assertThat(ping.id()).isNull();
		assertThat(ping.data()).isEmpty();
		assertThat(Duration.between(stream.named("ping").get(0).at(), stream.named("ping").get(1).at()))
				.isBetween(Duration.ofMillis(700), Duration.ofSeconds(4));
	}

	@ParameterizedTest
	@ValueSource(strings = {"one\ntwo\n\nthree", "data: x\nevent: reset\nid: 9.z", "a\u2028b\u2029c",
			"x\n\nretry: 1\n\n:comment",
			"\ufeffmark", "one\r\ntwo\rthree"})
	void theLinesOfABodyStayInsideItsEvent(String body) {
		adas.write(bea, body);

		stream.awaitMessages(1);

		assertThat(stream.texts()).containsExactly(body.replaceAll("\r\n?", "\n"));
		assertThat(stream.events()).extracting(Event::name).isSubsetOf("message", "ping");
	}

	private List<Event> tenMessages() {
		long chat = adas.write(bea, "message 1");
		IntStream.rangeClosed(2, 10).forEach(i -> adas.say(chat, "message " + i));
		return stream.awaitMessages(10).named("message");
	}

	private void assertResumedBehindTheFourth(List<Event> all, StreamReader resumed) {
		resumed.awaitMessages(6);
		assertThat(resumed.entries()).extracting(Event::id)
				.isEqualTo(all.subList(4, 10).stream().map(Event::id).toList());
		assertThat(resumed.texts())
				.isEqualTo(IntStream.rangeClosed(5, 10).mapToObj(i -> "message " + i).toList());
	}

	private static void assertReset(StreamReader stream) {
		assertThat(stream.await("reset").data()).isEmpty();
		assertThat(stream.named("message")).isEmpty();
	}
}
