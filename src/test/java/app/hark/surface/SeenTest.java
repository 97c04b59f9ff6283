package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.htmlunit.html.HtmlInput;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Conversing;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;
import app.hark.drive.StreamReader;

/** The mark at one's own newest message: sent, arrived, seen. */
@HarkTest
class SeenTest extends Conversing {

	private static final String MARK = "//p[@class='receipt']";

	@Test
	void whatNobodyHasReceivedIsSent() {
		assertThat(mark()).isEqualTo("Sent");
	}

	@Test
	void aStreamThatHasPassedItMakesItArrivedAndTheAuthorsDevicesAreTold() {
		try (StreamReader phone = Client.at(port).signIn(ada).stream(); StreamReader theirs = beas.stream()) {
			adas.say(chat, "are you there?");
			theirs.awaitMessages(1);

			awaitMark(phone, "Arrived");
			assertThat(mark()).isEqualTo("Arrived");
		}
	}

	@Test
	void aPageThatHasShownTheListMakesItArrived() {
		beas.list();

		eventually(() -> assertThat(mark()).isEqualTo("Arrived"));
	}

	@Test
	void whatCameBeforeAStreamThatStartsAtNowHasNotArrived() {
		long other = Client.at(port).signUp(People.someone()).write(bea, "to be passed");
		try (StreamReader theirs = beas.stream(); StreamReader own = adas.stream()) {
			Client cleo = Client.at(port).signUp(People.someone());
			long passed = cleo.write(bea, "passes");
			theirs.awaitMessages(1);
			eventually(() -> assertThat(mark(cleo, passed)).isEqualTo("Arrived"));

			assertThat(mark()).isEqualTo("Sent");
			assertThat(own.entries()).isEmpty();
			assertThat(other).isNotEqualTo(passed);
		}
	}

	@Test
	void whoeverOpensTheConversationHasSeenIt() {
		try (StreamReader phone = Client.at(port).signIn(ada).stream();
				StreamReader tablet = Client.at(port).signIn(ada).stream()) {
			beas.chat(chat);

			awaitMark(phone, "Seen");
			awaitMark(tablet, "Seen");
			assertThat(mark()).isEqualTo("Seen");
		}
	}

	@Test
	void anAnswerSaysThatItWasSeen() {
		try (StreamReader phone = Client.at(port).signIn(ada).stream()) {
			beas.say(chat, "Hello Ada");

			assertThat(phone.await("message").html().first(MARK).orElseThrow().getTextContent()).isEqualTo("Seen");
		}
	}

	@Test
	void theMarkMovesToTheNewestMessage() {
		beas.chat(chat);
		assertThat(mark()).isEqualTo("Seen");
		try (StreamReader phone = Client.at(port).signIn(ada).stream()) {
			adas.say(chat, "and another thing");

			Html fragment = phone.await("message").html();
			assertThat(fragment.first(MARK).orElseThrow().getTextContent()).isEqualTo("Sent");
			assertThat(fragment.attribute(MARK, "data-order")).contains("2.5");
		}
		Html page = adas.chat(chat).html();
		assertThat(page.elements(MARK)).hasSize(1);
		assertThat(page.attribute(MARK + "/preceding-sibling::article[1]", "data-order")).contains("2");
	}

	@Test
	void nobodyIsToldWhatSomebodyWhoDoesNotTellHasSeen() {
		chooseToTell(beas, false);
		try (StreamReader phone = Client.at(port).signIn(ada).stream()) {
			beas.chat(chat);

			awaitMark(phone, "Arrived");
			eventually(() -> assertThat(mark()).isEqualTo("Arrived"));
			assertThat(phone.events()).noneMatch(event -> event.data().contains("Seen"));
		}
	}

	@Test
	void whatWasSeenWithoutTellingIsNotToldLater() {
		chooseToTell(beas, false);
		beas.chat(chat);
		chooseToTell(beas, true);
		assertThat(mark()).isEqualTo("Arrived");

		adas.say(chat, "and this?");
		beas.chat(chat);
		assertThat(mark()).isEqualTo("Seen");
	}

	@Test
	void whoeverDoesNotTellIsNotTold() {
		chooseToTell(adas, false);
		try (StreamReader phone = Client.at(port).signIn(ada).stream()) {
			beas.chat(chat);

			awaitMark(phone, "Arrived");
			assertThat(mark()).isEqualTo("Arrived");
			assertThat(phone.events()).noneMatch(event -> event.data().contains("Seen"));
		}
	}

	@Test
	void theSwitchIsAPlainFormAndActsOnWhatIsOpen() {
		beas.chat(chat);
		assertThat(mark()).isEqualTo("Seen");
		try (PlainBrowser browser = PlainBrowser.at(port);
				StreamReader phone = Client.at(port).signIn(ada).stream()) {
			browser.signIn(bea).open("/account");
			assertThat(ticked(browser)).isTrue();

			chooseToTell(beas, false);
			awaitMark(phone, "Arrived");
			browser.open("/account");
			assertThat(ticked(browser)).isFalse();

			((HtmlInput) browser.page().querySelector("[name=tellsSeen]")).setChecked(true);
			browser.press("Save");
			assertThat(browser.text()).contains("Your choice is saved");
			assertThat(ticked(browser)).isTrue();
			assertThat(mark()).isEqualTo("Seen");
		}
	}

	@Test
	void nothingGoesOnWhenEverythingIsTold() {
		String adasId = adas.list().cursor();
		String beasId = beas.list().cursor();
		try (StreamReader one = adas.streamAfter(adasId);
				StreamReader other = Client.at(port).signIn(ada).stream();
				StreamReader theirs = beas.streamAfter(beasId)) {
			adas.say(chat, "quiet?");
			theirs.awaitMessages(1);
			awaitMark(one, "Arrived");
			awaitMark(other, "Arrived");
			long entries = entries();

			int pings = one.named("ping").size();
			one.awaitEvents(_ -> one.named("ping").size() >= pings + 4, Duration.ofSeconds(20));

			assertThat(entries()).as("entries after quiet").isEqualTo(entries);
			assertThat(theirs.named("conversation")).isEmpty();
		}
	}

	@Test
	void whatHasArrivedIsWrittenTogether() {
		String cursor = beas.list().cursor();
		for (int i = 0; i < 30; i++) {
			adas.say(chat, "message " + i);
		}
		long before = entries();
		try (StreamReader replay = beas.streamAfter(cursor)) {
			replay.awaitMessages(30);
			eventually(() -> assertThat(mark()).isEqualTo("Arrived"));
		}
		assertThat(entries() - before).as("entries for thirty arrivals").isBetween(1L, 4L);
	}

	@Test
	void inAGroupItSaysHowManyHaveSeenIt() {
		Person cem = People.someone();
		Client cems = Client.at(port).signUp(cem);
		long group = adas.submit("/groups", Map.of("name", "Climbing")).expectRedirect().conversation();
		for (Person one : List.of(bea, cem)) {
			adas.submit("/conversations/" + group + "/people", Map.of("username", one.username())).expectRedirect();
		}
		assertThat(adas.chat(group).html().has(MARK)).as("a mark where nothing is written").isFalse();

		adas.say(group, "Who comes along?");
		assertThat(mark(adas, group)).isEqualTo("Sent");
		beas.chat(group);
		assertThat(mark(adas, group)).isEqualTo("Seen by 1");
		cems.chat(group);
		assertThat(mark(adas, group)).isEqualTo("Seen");
	}

	@Test
	void strangersSeeNothingOfIt() {
		beas.chat(chat);
		assertThat(beas.chat(chat).html().has(MARK)).as("the reader's own page: nothing of theirs").isFalse();
		Client.at(port).signUp(People.someone()).get("/conversations/" + chat).expect(404);
	}

	private long entries() {
		return jdbc
				.sql("""
				select count(*) from entry e join participant p on p.person_id = e.owner_id and p.conversation_id = ?""")
				.param(chat).query(Long.class).single();
	}

	private static void chooseToTell(Client whose, boolean tells) {
		whose.submit("/account/privacy", tells ? Map.of("tellsSeen", "true") : Map.of()).expectRedirect();
	}

	private static boolean ticked(PlainBrowser browser) {
		return browser.html().has("//input[@name='tellsSeen'][@checked]");
	}

	private String mark() {
		return mark(adas, chat);
	}

	private static String mark(Client author, long conversation) {
		return author.chat(conversation).html().first(MARK).orElseThrow().getTextContent();
	}

	private static void awaitMark(StreamReader stream, String text) {
		eventually(() -> {
			var marks = stream.entries().stream().flatMap(event -> event.html().elements(MARK).stream()).toList();
			assertThat(marks).isNotEmpty();
			assertThat(marks.getLast().getTextContent()).isEqualTo(text);
		});
	}
}
