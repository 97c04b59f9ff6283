package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** The server goes away under an open page, with warning and without, and comes back. */
@BrowserTest
class KilledServerIT {

	private static HarkServer hark;

	private final Person ada = People.someone();

	private final Browser adas = Browser.at(hark.url()).expectingFailedRequests().signUp(ada);

	private final Client beas = Client.at(hark.url()).signUp(People.someone());

	private final long chat = beas.write(ada, "start");

	@BeforeAll
	static void start() {
		hark = HarkServer.start("hark.stream.heartbeat=1s");
	}

	@AfterAll
	static void end() {
		hark.close();
	}

	@Test
	void killedAndRestartedWhileMessagesFlow() {
		assertNothingIsLostOrShownTwice(hark::kill);
	}

	@Test
	void stoppedAndRestartedWhileMessagesFlow() {
		assertNothingIsLostOrShownTwice(hark::stop);
	}

	private void assertNothingIsLostOrShownTwice(Runnable end) {
		adas.open(chat).live();
		adas.type("half a sentence");
		try (Flow flow = Flow.of(beas, chat).awaitMore(5)) {
			end.run();
			hark.restart();
			flow.awaitMore(5);

			List<String> sent = new ArrayList<>(flow.stop());
			sent.addFirst("start");
			eventually(Duration.ofSeconds(45), () -> assertThat(adas.texts()).isEqualTo(sent));
			adas.live();
			assertThat(adas.draft()).isEqualTo("half a sentence");
			assertThat(beas.chat(chat).html().messages()).extracting(message -> message.text()).isEqualTo(sent);
		}
	}
}
