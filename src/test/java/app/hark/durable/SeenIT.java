package app.hark.durable;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** What was seen is kept like a message; what had only just arrived is made good. */
@PackagedTest
class SeenIT {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	@Test
	void whatWasSeenAndWhatHasArrivedSurviveAKilledServer() {
		try (HarkServer hark = HarkServer.start("hark.stream.heartbeat=1s")) {
			Client adas = Client.at(hark.url()).signUp(ada);
			Client beas = Client.at(hark.url()).signUp(bea);
			long chat = adas.write(bea, "seen");
			String cursor = adas.list().cursor();
			beas.chat(chat);
			hark.kill();
			hark.restart();
			try (StreamReader replay = adas.streamAfter(cursor)) {
				assertThat(replay.await("conversation").data()).contains(">Seen<");
			}

			String before = beas.list().cursor();
			adas.say(chat, "passes just before the end");
			String passed;
			try (StreamReader stream = beas.streamAfter(before)) {
				stream.awaitMessages(1);
				passed = Objects.requireNonNull(stream.lastId());
			}
			hark.kill();
			hark.restart();
			try (StreamReader own = adas.stream(); StreamReader _ = beas.streamAfter(passed)) {
				eventually(() -> assertThat(adas.chat(chat).body()).contains(">Arrived<"));
				assertThat(own.isOpen()).isTrue();
			}
		}
	}
}
