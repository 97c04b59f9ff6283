package app.hark.stream;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** Somebody closes the page. The streams of this server never ping, which would tell it sooner or later. */
@PackagedTest
class LeavingIT {

	private static final Duration LINGERS = Duration.ofSeconds(20);

	/** As often as a stream looks, and then until it is told. */
	private static final Duration NOTICED = Duration.ofSeconds(6);

	private static HarkServer hark;

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private Client adas;

	private Client beas;

	private long chat;

	@BeforeAll
	static void start() {
		hark = HarkServer.start("hark.stream.heartbeat=1h");
	}

	@AfterAll
	static void end() {
		hark.close();
	}

	@BeforeEach
	void adaHasWritten() {
		adas = Client.at(hark.url()).signUp(ada);
		beas = Client.at(hark.url()).signUp(bea);
		chat = adas.write(bea, "Hello Bea");
	}

	@Test
	void whatComesAfterSomebodyHasLeftHasNotArrived() {
		Client cems = Client.at(hark.url()).signUp(People.someone());
		long withCem = cems.write(ada, "I stay");
		StreamReader theirs = beas.stream();
		try (StreamReader _ = cems.stream()) {
			adas.say(chat, "you are there");
			eventually(() -> assertThat(mark(chat)).isEqualTo("Arrived"));

			theirs.close();
			adas.say(chat, "you have left");
			adas.say(withCem, "you have not");

			eventually(() -> assertThat(mark(withCem)).isEqualTo("Arrived"));
			assertThat(mark(chat)).isEqualTo("Sent");
		}
	}

	@Test
	void whoeverIsHereIsShownUntilTheirLastStreamHasBeenGoneForTwentySeconds() {
		assertThat(isHereOnThePage()).isFalse();
		try (StreamReader stream = beas.stream()) {
			StreamReader laptop = adas.stream();
			StreamReader phone = Client.at(hark.url()).signIn(ada).stream();
			eventually(() -> assertThat(here(stream)).contains(ada.username()));
			assertThat(isHereOnThePage()).isTrue();

			laptop.close();
			Instant first = Instant.now();
			eventually(Duration.ofSeconds(40),
					() -> assertThat(Instant.now()).isAfter(first.plus(LINGERS).plus(NOTICED)));
			assertThat(here(stream)).as("the phone is still there").contains(ada.username());

			phone.close();
			Instant last = Instant.now();
			eventually(Duration.ofSeconds(40), () -> assertThat(here(stream)).isEmpty());
			assertThat(Duration.between(last, stream.named("presence").getLast().at())).isBetween(LINGERS,
					LINGERS.plus(NOTICED));
			assertThat(stream.named("presence")).hasSize(2).allMatch(event -> event.id() == null);
		}
		assertThat(isHereOnThePage()).isFalse();
	}

	private String mark(long conversation) {
		return adas.chat(conversation).html().first("//p[@class='receipt']").orElseThrow().getTextContent();
	}

	private boolean isHereOnThePage() {
		Html list = beas.list().html();
		boolean dot = list.has("//li[@id='conversation-" + chat + "'][@data-here]//*[.='here now']");
		assertThat(beas.chat(chat).html().has("//main/header[@data-here]//*[.='here now']")).isEqualTo(dot);
		return dot;
	}

	private static String here(StreamReader stream) {
		var events = stream.named("presence");
		return events.isEmpty() ? "" : events.getLast().html().attribute("//*[@id='here']", "data-people").orElse("");
	}
}
