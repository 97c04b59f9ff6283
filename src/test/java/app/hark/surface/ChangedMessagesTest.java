package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Conversing;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.PlainBrowser;
import app.hark.drive.StreamReader;

/** Messages that are edited, deleted and answered, by plain forms, and what streams tell of it. */
@HarkTest
class ChangedMessagesTest extends Conversing {

	@Test
	void whoWroteAMessageEditsItAndBothSeeIt() {
		String cursor = beas.list().cursor();
		try (PlainBrowser browser = PlainBrowser.at(port); StreamReader stream = beas.streamAfter(cursor)) {
			browser.signIn(ada).open("/messages/" + newest()).follow("Edit");
			assertThat(browser.value("body")).isEqualTo("Hello Bea");

			browser.fill("body", "Hello dear Bea").press("Save");

			assertThat(browser.texts()).containsExactly("Hello dear Bea");
			assertThat(browser.text()).contains("edited");
			assertThat(beas.chat(chat).html().messages()).extracting(Html.Message::text)
					.containsExactly("Hello dear Bea");
			assertThat(beas.list().html().conversations().getFirst().text()).contains("Hello dear Bea");
			eventually(() -> assertThat(stream.named("conversation")).anySatisfy(
					event -> assertThat(event.html().messages()).extracting(Html.Message::text)
							.containsExactly("Hello dear Bea")));
		}
	}

	@Test
	void theTextOfADeletedMessageIsGoneFromEverywhere() {
		long message = newest();
		String cursor = beas.list().cursor();
		adas.say(chat, "a secret");
		long secret = newest();
		beas.submit("/conversations/" + chat + "/messages",
				Map.of("body", "what?", "replyTo", "" + secret, "clientToken", Client.freshToken()));
		assertThat(beas.chat(chat).body()).contains("a secret");

		try (PlainBrowser browser = PlainBrowser.at(port); StreamReader stream = beas.streamAfter(cursor)) {
			browser.signIn(ada).open("/messages/" + secret).press("Delete for everybody");

			assertThat(browser.texts()).containsExactly("Hello Bea", "Deleted message", "what?");
			eventually(() -> assertThat(stream.named("conversation").getLast().html().messages())
					.as("the message, and the answer that quotes it").extracting(Html.Message::text)
					.containsExactly("Deleted message", "what?"));
		}
		assertThat(beas.chat(chat).body() + beas.list().body()).doesNotContain("a secret");
		assertThat(jdbc.sql("select body from message where id = ?").param(secret).query(String.class).single())
				.isEmpty();
		try (StreamReader replay = beas.streamAfter(cursor)) {
			replay.awaitMessages(2);
			assertThat(replay.events()).as("a replay from before it was sent")
					.noneMatch(event -> event.data().contains("a secret"));
		}
		assertThat(newest()).isGreaterThan(message);
	}

	@Test
	void whatIsDeletedIsNotEditedAgainAndTheTextComesBack() {
		long message = newest();
		adas.submit("/messages/" + message + "/delete", Map.of()).expectRedirect();
		adas.submit("/messages/" + message + "/delete", Map.of()).expectRedirect();

		Page answer = adas.submit("/messages/" + message + "/edit", Map.of("body", "still there?"),
				"HX-Request", "true");

		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.html().alerts()).singleElement().asString().contains("deleted meanwhile");
		assertThat(adas.get("/messages/" + message + "/edit").location()).endsWith("/messages/" + message);
	}

	@Test
	void aRefusedEditKeepsWhatWasTyped() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/messages/" + newest() + "/edit").fill("body", "bell \u0007").press("Save");

			assertThat(browser.status()).isEqualTo(422);
			assertThat(browser.alerts()).singleElement().asString().contains("control character");
			assertThat(browser.value("body")).isEqualTo("bell \u0007");
		}
		assertThat(adas.chat(chat).html().messages().getFirst().text()).isEqualTo("Hello Bea");
	}

	@Test
	void theSameTextIsNoChange() {
		adas.submit("/messages/" + newest() + "/edit", Map.of("body", "Hello Bea")).expectRedirect();

		assertThat(adas.chat(chat).html().has("//article//a[@class='at'][contains(., 'edited')]")).isFalse();
	}

	@Test
	void nobodyChangesWhatOthersWrote() {
		long message = newest();
		Client stranger = Client.at(port).signUp(People.someone());
		for (Client other : List.of(beas, stranger)) {
			other.submit("/messages/" + message + "/edit", Map.of("body", "I agree")).expect(404);
			other.submit("/messages/" + message + "/delete", Map.of()).expect(404);
		}
		assertThat(beas.get("/messages/" + message).expect(200).html().has("//a[.='Edit']")).isFalse();
		stranger.get("/messages/" + message).expect(404);
		assertThat(adas.chat(chat).html().messages().getFirst().text()).isEqualTo("Hello Bea");
	}

	@Test
	void anAnswerQuotesWhatItAnswersAndLeadsThere() {
		long answered = newest();
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(bea).open("/messages/" + answered).follow("Reply");
			assertThat(browser.html().first("//*[@id='reply-to']").orElseThrow().getTextContent())
					.contains(ada.displayName(), "Hello Bea");

			browser.say("Hello Ada");

			assertThat(browser.html().has("//*[@id='reply-to'][normalize-space()='']")).isTrue();
			assertThat(browser.html().attribute("//article[2]//a[@class='quote']", "href"))
					.contains("/messages/" + answered);
		}
	}

	@Test
	void anAnswerFromThePageOnWhichTheConversationBeganIsOne() {
		long answered = newest();
		beas.submit("/messages", Map.of("to", ada.username(), "body", "Hello Ada", "replyTo", "" + answered,
				"clientToken", Client.freshToken())).expectRedirect();

		assertThat(adas.chat(chat).html().attribute("//article[2]//a[@class='quote']", "href"))
				.contains("/messages/" + answered);
	}

	@Test
	void anAnswerToAnotherConversationIsNone() {
		Client cleo = Client.at(port).signUp(People.someone());
		long other = cleo.write(bea, "between us");
		long foreign = cleo.chat(other).html().messages().getFirst().id();

		beas.submit("/conversations/" + chat + "/messages",
				Map.of("body", "see", "replyTo", "" + foreign, "clientToken", Client.freshToken())).expectRedirect();

		assertThat(adas.chat(chat).body()).doesNotContain("between us");
		assertThat(adas.get("/conversations/" + chat + "?replyTo=" + foreign).body()).doesNotContain("between us");
	}

	@Test
	void aLinkToAMessageOpensTheConversationThere() {
		long first = newest();
		for (int i = 2; i <= 120; i++) {
			adas.say(chat, "message " + i);
		}
		Page page = beas.get("/messages/" + first).expect(200);

		assertThat(page.html().messages()).extracting(Html.Message::text).contains("Hello Bea", "message 20")
				.doesNotContain("message 100");
		assertThat(page.html().has("//article[@id='message-" + first + "']/*[@id='tools']")).isTrue();
		assertThat(page.html().has("//a[@id='newest']")).isTrue();
	}

	private long newest() {
		return adas.chat(chat).html().messages().getLast().id();
	}
}
