package app.hark.stream;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StalledReader;
import app.hark.drive.StreamReader;

@HarkTest
class StreamEndsTest {

	private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

	private final Person ada = People.someone();

	private final List<StreamReader> open = new ArrayList<>();

	@LocalServerPort int port;

	private Client laptop;

	@BeforeEach
	void adaIsSignedIn() {
		laptop = Client.at(port).signUp(ada);
	}

	@AfterEach
	void close() {
		open.forEach(StreamReader::close);
	}

	@Test
	void signingOutEndsTheStreamsOfThatSessionAndNoOthers() {
		Client phone = Client.at(port).signIn(ada);
		StreamReader one = listen(laptop);
		StreamReader two = listen(laptop);
		StreamReader other = listen(phone);

		laptop.signOut();

		one.awaitEnd(FIVE_SECONDS);
		two.awaitEnd(FIVE_SECONDS);
		assertThat(one.events().getLast().name()).isEqualTo("signed-out");
		assertThat(two.events().getLast()).satisfies(last -> {
			assertThat(last.name()).isEqualTo("signed-out");
			assertThat(last.id()).isNull();
			assertThat(last.data()).isEmpty();
		});
		Client.at(port).signUp(People.someone()).write(ada, "still there?");
		other.awaitMessages(1);
	}

	@Test
	void whoHasNoSessionGetsNoStream() {
		try (StreamReader refused = StreamReader.tryOpen(Client.at(port), "/stream", "Accept", "text/event-stream")) {
			assertThat(refused.status()).isIn(401, 302, 303);
			assertThat(refused.headers().firstValue("Content-Type").orElse("")).doesNotContain("event-stream");
			assertThat(refused.headers().firstValue("Location").orElse("/sign-in")).contains("/sign-in");
		}
	}

	@Test
	void theOldestStreamIsReplacedWhenOneMoreThanSixteenOpens() {
		StreamReader oldest = listen(laptop);
		for (int i = 2; i <= 16; i++) {
			listen(laptop);
		}
		assertThat(open).hasSize(16).allMatch(StreamReader::isOpen);

		StreamReader newest = listen(laptop);

		oldest.awaitEnd(FIVE_SECONDS);
		assertThat(oldest.events().getLast().name()).isEqualTo("replaced");
		assertThat(oldest.events().getLast().data()).isEmpty();
		Client.at(port).signUp(People.someone()).write(ada, "to all of them");
		eventually(() -> assertThat(open.subList(1, 17)).allMatch(stream -> stream.texts().size() == 1));
		assertThat(newest.isOpen()).isTrue();
		assertThat(oldest.named("message")).isEmpty();
	}

	@Test
	void aReaderThatLeavesFreesItsPlace() {
		for (int i = 1; i <= 40; i++) {
			StreamReader.open(laptop, "/stream").close();
		}
		StreamReader first = listen(laptop);
		for (int i = 2; i <= 16; i++) {
			listen(laptop);
		}

		Client.at(port).signUp(People.someone()).write(ada, "still here?");

		first.awaitMessages(1);
		assertThat(first.named("replaced")).isEmpty();
	}

	@Test
	void aStreamThatNobodyReadsEndsWithItsSessionToo() {
		Client beas = Client.at(port).signUp(People.someone());
		try (StalledReader stalled = StalledReader.after(laptop, laptop.list().cursor())) {
			long chat = beas.write(ada, "hello");
			IntStream.range(0, 150).forEach(_ -> beas.say(chat, "🎻".repeat(8_000)));

			laptop.signOut();

			eventually(FIVE_SECONDS, () -> assertThat(stalled.isGivenUp()).isTrue());
		}
	}

	private StreamReader listen(Client device) {
		StreamReader stream = device.stream();
		open.add(stream);
		return stream;
	}
}
