package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import app.hark.drive.Client;
import app.hark.drive.Conversing;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.PlainBrowser;
import app.hark.drive.StreamReader;

/** Reactions by plain forms, and what streams tell of them. */
@HarkTest
class ReactionsTest extends Conversing {

	private long message;

	@BeforeEach
	void itIsTheirNewestMessage() {
		message = adas.chat(chat).html().messages().getLast().id();
	}

	@Test
	void aReactionIsSeenByBothWithItsCountAndWhoItIsBy() {
		String cursor = adas.list().cursor();
		try (PlainBrowser browser = PlainBrowser.at(port); StreamReader stream = adas.streamAfter(cursor)) {
			browser.signIn(bea).open("/messages/" + message).press("👍");

			assertThat(chips(browser.html())).containsExactly("👍 1 " + bea.displayName());
			eventually(() -> assertThat(stream.named("conversation")).as("among what is told of who has seen what")
					.anySatisfy(event -> assertThat(chips(event.html()))
							.containsExactly("👍 1 " + bea.displayName())));
		}
		react(adas, "👍").expectRedirect();
		assertThat(chips(beas.chat(chat).html()))
				.containsExactly("👍 2 " + bea.displayName() + ", " + ada.displayName());
	}

	@Test
	void aChipWithoutScriptAddsOnesOwnAndTakesItAway() {
		react(beas, "🎉").expectRedirect();
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			String chip = "//button[@class='chip']";
			browser.signIn(ada).open("/conversations/" + chat).pressAt(chip);
			assertThat(chips(browser.html()))
					.containsExactly("🎉 2 " + bea.displayName() + ", " + ada.displayName());

			browser.open("/conversations/" + chat).pressAt(chip);
			assertThat(chips(browser.html())).containsExactly("🎉 1 " + bea.displayName());
		}
		react(beas, "🎉").expectRedirect();
		assertThat(beas.chat(chat).html().has("//*[@class='chips']")).as("nothing is left").isFalse();
	}

	@Test
	void anyOtherEmojiIsTypedAndWhatIsNoneComesBackWithTheReason() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(bea).open("/messages/" + message).fill("emoji", "me too").press("React");

			assertThat(browser.status()).isEqualTo(422);
			assertThat(browser.alerts()).singleElement().asString().contains("not one emoji");
			assertThat(browser.value("emoji")).isEqualTo("me too");

			browser.fill("emoji", " 👩🏿‍🚀").press("React");
			assertThat(chips(browser.html())).containsExactly("👩🏿‍🚀 1 " + bea.displayName());
		}
	}

	@Test
	void aScriptIsToldWhyBesideTheField() {
		Page refused = react(beas, "<b>", "HX-Request", "true").expect(422);
		assertThat(refused.html().has("//*[@id='edit-alert']")).isTrue();

		assertThat(react(beas, "👍", "HX-Request", "true").expect(200).html().messages()).hasSize(1);
	}

	@Test
	void theSameEmojiTypedInTwoWaysIsOne() {
		react(beas, "❤").expectRedirect();
		react(adas, "❤️").expectRedirect();

		assertThat(chips(adas.chat(chat).html()))
				.containsExactly("❤️ 2 " + bea.displayName() + ", " + ada.displayName());
	}

	@Test
	void aMessageHasAtMostTwentyDifferentOnes() {
		IntStream.range(0, 20).forEach(i -> react(beas, Character.toString(0x1F600 + i)).expectRedirect());

		react(adas, "👍").expect(422);
		react(adas, Character.toString(0x1F600)).expectRedirect();
		react(beas, Character.toString(0x1F601)).expectRedirect();
		react(adas, "👍").expectRedirect();

		assertThat(chips(adas.chat(chat).html())).hasSize(20);
	}

	@Test
	void whatIsDeletedLosesItsReactionsAndGetsNone() {
		react(beas, "👍").expectRedirect();
		String cursor = beas.list().cursor();
		adas.submit("/messages/" + message + "/delete", Map.of()).expectRedirect();

		react(beas, "🎉").expect(422);
		try (StreamReader stream = beas.streamAfter(cursor)) {
			assertThat(chips(stream.await("conversation").html())).isEmpty();
		}
		assertThat(beas.get("/messages/" + message).html().has("//input[@name='emoji']")).isFalse();
		assertThat(jdbc.sql("select count(*) from reaction where message_id = ?").param(message).query(Long.class)
				.single()).isZero();
	}

	@Test
	void nobodyElseReacts() {
		react(Client.at(port).signUp(People.someone()), "👍").expect(404);

		assertThat(chips(adas.chat(chat).html())).isEmpty();
	}

	@Test
	void manyAtOnceAreCountedOnce() throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var emoji = IntStream.range(0, 30).mapToObj(i -> Character.toString(0x1F600 + i)).toList();
			for (var done : threads.invokeAll(
					emoji.stream().<java.util.concurrent.Callable<Page>>map(one -> () -> react(beas, one)).toList())) {
				assertThat(done.get().status()).isIn(302, 303, 422);
			}
		}
		assertThat(chips(adas.chat(chat).html())).hasSize(20);
	}

	private Page react(Client client, String emoji, String... headers) {
		return client.submit("/messages/" + message + "/reactions", Map.of("emoji", emoji), headers);
	}

	private static List<String> chips(Html html) {
		return html.elements("//article//button[@class='chip']").stream().map(Element::getTextContent)
				.map(text -> text.replaceAll("\\s+", " ").strip()).toList();
	}
}
