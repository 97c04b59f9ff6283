package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

@HarkTest
class SendingTest {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	@LocalServerPort int port;

	private Client adas;

	private Client beas;

	private long chat;

	@BeforeEach
	void theyHaveAConversation() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
		chat = adas.write(bea, "start");
	}

	@Test
	void oneTokenIsOneMessageAtAnyTimeAndFromAnywhere() {
		Person cy = People.someone();
		Client.at(port).signUp(cy);
		Client phone = Client.at(port).signIn(ada);
		String token = Client.freshToken();

		Page first = adas.trySay(chat, "once", token).expect(303);
		adas.say(chat, "later");

		assertThat(adas.trySay(chat, "once", token).expect(303).location()).isEqualTo(first.location());
		assertThat(phone.trySay(chat, "another text", token).expect(303).conversation()).isEqualTo(chat);
		assertThat(phone.tryWrite(cy.username(), "once", token).expect(303).conversation()).isEqualTo(chat);
		assertThat(adas.chat(chat).html().messages()).extracting(Html.Message::text).containsExactly("start", "once",
				"later");
		assertThat(adas.list().html().conversations()).as("none with Cy").hasSize(1);
	}

	@Test
	void aTokenBelongsToItsAuthor() {
		String token = Client.freshToken();
		adas.trySay(chat, "mine", token).expect(303);
		beas.trySay(chat, "mine too", token).expect(303);

		assertThat(adas.chat(chat).html().messages()).extracting(Html.Message::text).containsExactly("start", "mine",
				"mine too");
	}

	@Test
	void aFirstSendRepeatedIsOneConversationWithOneMessage() {
		Person cy = People.someone();
		Client.at(port).signUp(cy);
		String token = Client.freshToken();

		Page first = adas.tryWrite(cy.username(), "once", token).expect(303);
		Page second = adas.tryWrite(cy.username(), "once", token).expect(303);

		assertThat(second.location()).isEqualTo(first.location());
		assertThat(adas.chat(first.conversation()).html().messages()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "with space", "a/b", "ünicode",
			"sixty-five-characters-are-one-too-many-for-a-token-of-a-page-here"})
	void aTokenOutsideTheRuleIsRefusedAndTheTextIsKept(String token) {
		Page answer = adas.trySay(chat, "keep me", token);

		assertRefused(answer, "keep me");
	}

	@Test
	void theLongestMessageIsTakenWhole() {
		String text = "é".repeat(7_999) + "!";
		adas.say(chat, text);

		assertThat(adas.chat(chat).html().messages().getLast().text()).isEqualTo(text);
	}

	@Test
	void lineBreaksOfFormsCountOnce() {
		adas.say(chat, "a\r\n".repeat(4_000).strip() + "!");

		assertThat(adas.chat(chat).html().messages().getLast().text()).isEqualTo("a\n".repeat(4_000).strip() + "!");
	}

	@Test
	void everyKindOfLineBreakBecomesOne() {
		adas.say(chat, "a\r\nb\rc\nd\te");

		assertThat(adas.chat(chat).html().messages().getLast().text()).isEqualTo("a\nb\nc\nd\te");
	}

	@Test
	void oneCharacterTooManyIsRefusedAndEveryCharacterIsKept() {
		String text = "é".repeat(8_001);

		assertRefused(adas.trySay(chat, text, Client.freshToken()), text);
		assertRefused(adas.tryWrite(bea.username(), text, Client.freshToken()), text);
	}

	@Test
	void anEnormousBodyIsRefusedInTheProductsOwnWords() {
		Page answer = adas.trySay(chat, "x".repeat(2_000_000), Client.freshToken());

		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.html().has("//main")).isTrue();
		assertThat(answer.body()).doesNotContainIgnoringCase("exception");
		assertThat(adas.chat(chat).html().messages()).hasSize(1);
	}

	@Test
	void aFieldThatComesTwiceIsRefused() {
		Page answer = adas.submit("/conversations/" + chat + "/messages?body=one",
				Map.of("body", "another", "clientToken", Client.freshToken()));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.html().has("//main")).isTrue();
		assertThat(adas.chat(chat).html().messages()).hasSize(1);
	}

	@Test
	void nobodyWritesToThemselves() {
		assertThat(adas.tryWrite(ada.username(), "note to self", Client.freshToken()).status()).isBetween(400, 499);
		assertThat(adas.get("/conversations/with/" + ada.username()).status()).isEqualTo(404);
		assertThat(adas.list().html().conversations()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "\n", " \t\r\n ", "\u3000", "\u00a0"})
	void aBlankMessageIsRefused(String text) {
		assertThat(adas.trySay(chat, text, Client.freshToken()).status()).isBetween(400, 499);
		assertThat(adas.chat(chat).html().messages()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"\u0000", "\u0007", "\u001b", "\u000b", "\u007f", "\u0085", "\u009b"})
	void controlCharactersAreRefused(String control) {
		Page answer = adas.trySay(chat, "before" + control + "after", Client.freshToken());

		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.html().alerts()).isNotEmpty();
		assertThat(answer.html().value("body")).contains("before").contains("after");
		assertThat(adas.chat(chat).html().messages()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"<script>alert(1)</script>", "&amp; &lt;b&gt; \"'", "\u2028 and \u2029",
			"👩🏽‍🚀 \u202eright\u202c",
			"${7*7} [[${7*7}]] th:text", "data: x", "  spaces  around  ", "see https://example.org/?a=1&b=2#c, yes?"})
	void whatIsTypedIsWhatIsShown(String text) {
		adas.say(chat, text);

		Html shown = beas.chat(chat).html();
		assertThat(shown.messages().getLast().text().strip()).isEqualTo(text.strip());
		assertThat(shown.elements("//article//script")).isEmpty();
	}

	@Test
	void linksAreMadeOfAddressesOnly() {
		adas.say(chat,
				"https://example.org/a_(b)?q=1, javascript:alert(1) http://example.com. mailto:a@example.org data:x");

		Html shown = beas.chat(chat).html();

		assertThat(shown.elements("//article[last()]//*[@class='body']//a"))
				.extracting(link -> link.getAttribute("href"))
				.containsExactly("https://example.org/a_(b)?q=1", "http://example.com", "mailto:a@example.org");
		assertThat(shown.elements("//article//*[@class='body']//a"))
				.allSatisfy(link -> assertThat(link.getAttribute("rel")).contains("noopener").contains("noreferrer"));
	}

	@Test
	void anUnknownPersonIsRefusedInWordsAndTheTextIsKept() {
		Page answer = adas.tryWrite("nobody.of.this.name", "keep me", Client.freshToken());

		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.body()).doesNotContain("Whitelabel");
		assertThat(answer.html().text()).isNotBlank();
	}

	@Test
	void aFormWhoseTokenIsOutOfDateKeepsTheTextAndWorksOnTheSecondTry() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/conversations/" + chat).outdateTokens();
			browser.say("half an hour of typing\nand a second line");

			assertThat(browser.status()).isBetween(400, 499);
			assertThat(browser.alerts()).isNotEmpty();
			assertThat(browser.value("body").replace("\r\n", "\n"))
					.isEqualTo("half an hour of typing\nand a second line");

			browser.press("Send");
			assertThat(browser.texts()).containsExactly("start", "half an hour of typing\nand a second line");
		}
	}

	@Test
	void aSessionThatHasExpiredInMidTypingAsksToSignInAndTheTextIsStillThere() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/conversations/" + chat).type("half an hour of typing").loseSession();
			browser.press("Send");
			browser.signInHere(ada);

			assertThat(browser.value("body")).isEqualTo("half an hour of typing");
			browser.press("Send");
			assertThat(browser.texts()).containsExactly("start", "half an hour of typing");
		}
	}

	@Test
	void aForgedPostWithoutTokenSendsNothing() {
		Page answer = adas.post("/conversations/" + chat + "/messages",
				Map.of("body", "forged", "clientToken", Client.freshToken()));

		assertThat(answer.status()).isBetween(400, 499);
		assertThat(adas.chat(chat).html().messages()).hasSize(1);
	}

	@Test
	void htmxGetsTheMessageItsLineInTheListAndAFreshToken() {
		String token = Client.freshToken();

		Page answer = adas.trySay(chat, "by htmx", token, "HX-Request", "true").expect(200);

		assertThat(answer.html().messages()).extracting(Html.Message::text).containsExactly("by htmx");
		assertThat(answer.html().items()).extracting(Html.Conversation::id).containsExactly(chat);
		assertThat(answer.html().value("clientToken")).isNotEqualTo(token).matches("[A-Za-z0-9_-]{1,64}");
		assertThat(answer.html().alerts()).isEmpty();
		Page again = adas.trySay(chat, "by htmx", token, "HX-Request", "true").expect(200);
		assertThat(again.html().messages()).isEqualTo(answer.html().messages());
	}

	@Test
	void htmxGetsTheAddressOfAConversationThatAFirstSendHasMade() {
		Person cy = People.someone();
		Client.at(port).signUp(cy);

		Page answer = adas.tryWrite(cy.username(), "hello", Client.freshToken(), "HX-Request", "true").expect(200);

		assertThat(answer.header("HX-Replace-Url")).contains("/conversations/" + answer.html().items().getFirst().id());
	}

	@Test
	void aPageOnWhichNothingIsWrongAlarmsNobody() {
		assertThat(adas.chat(chat).html().alerts()).isEmpty();
		assertThat(adas.list().html().alerts()).isEmpty();
		assertThat(adas.get("/account").expect(200).html().alerts()).isEmpty();
	}

	@Test
	void htmxGetsTheReasonOfARefusal() {
		Page answer = adas.trySay(chat, " ", Client.freshToken(), "HX-Request", "true");

		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.body()).doesNotContain("<html");
		assertThat(answer.html().attribute("//*[@id='composer-alert']", "role")).contains("alert");
		assertThat(answer.html().alerts()).hasSize(1);
	}

	private static void assertRefused(Page answer, String text) {
		assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
		assertThat(answer.html().alerts()).isNotEmpty();
		assertThat(answer.html().value("body")).isEqualTo(text);
	}
}
