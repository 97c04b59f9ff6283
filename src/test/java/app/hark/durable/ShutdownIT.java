package app.hark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StalledReader;
import app.hark.drive.StreamReader;
import app.hark.drive.StreamReader.Event;

/** Also what starts from the jar as it is downloaded: the other tests have it prepared. */
@PackagedTest
class ShutdownIT {

	@Test
	void withTwoHundredOpenStreamsItEndsInLessThanFiveSecondsAndSaysGoodbye() {
		try (HarkServer hark = HarkServer.startJar()) {
			List<StreamReader> streams = new ArrayList<>();
			for (int person = 1; person <= 20; person++) {
				Client device = Client.at(hark.url()).signUp(People.someone());
				for (int stream = 1; stream <= 10; stream++) {
					streams.add(device.stream());
				}
			}
			assertThat(streams).hasSize(200).allMatch(StreamReader::isOpen);

			assertThat(hark.stop()).isLessThan(Duration.ofSeconds(5));

			for (StreamReader stream : streams) {
				stream.awaitEnd(Duration.ofSeconds(2));
				Event last = stream.events().getLast();
				assertThat(last.name()).isEqualTo("bye");
				assertThat(last.id()).isNull();
				assertThat(last.data()).isEmpty();
			}
		}
	}

	@Test
	void readersWhoStoppedReadingDoNotHoldItUp() {
		try (HarkServer hark = HarkServer.startJar()) {
			Person ada = People.someone();
			Client adas = Client.at(hark.url()).signUp(ada);
			Client beas = Client.at(hark.url()).signUp(People.someone());
			long chat = beas.write(ada, "hello");
			String cursor = adas.list().cursor();
			List<StalledReader> stalled = IntStream.range(0, 10).mapToObj(_ -> StalledReader.after(adas, cursor))
					.toList();
			IntStream.range(0, 150).forEach(_ -> beas.say(chat, "🎻".repeat(8_000)));

			assertThat(hark.stop()).isLessThan(Duration.ofSeconds(5));
			stalled.forEach(StalledReader::close);
		}
	}
}
