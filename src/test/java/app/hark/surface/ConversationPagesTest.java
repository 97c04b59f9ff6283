package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
class ConversationPagesTest {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	@LocalServerPort int port;

	private Client adas;

	private Client beas;

	@BeforeEach
	void bothAreSignedIn() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
	}

	@Test
	void lookingAtAChatStoresNothing() {
		Page empty = adas.get("/conversations/with/" + bea.username()).expect(200);

		assertThat(empty.html().has("//*[@role='log'][@aria-label='Messages']")).isTrue();
		assertThat(empty.html().messages()).isEmpty();
		assertThat(empty.html().text()).contains(bea.displayName());
		assertThat(adas.list().html().conversations()).isEmpty();
		assertThat(beas.list().html().conversations()).isEmpty();
	}

	@Test
	void theFirstSendMakesTheConversationForBoth() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).writeTo(bea).say("Hello Bea");
			assertThat(browser.path()).matches("/conversations/\\d+");
			assertThat(browser.texts()).containsExactly("Hello Bea");

			browser.say("Are you there?");
			assertThat(browser.texts()).containsExactly("Hello Bea", "Are you there?");
			assertThat(browser.value("body")).isEmpty();
		}
		assertThat(beas.list().html().conversations()).singleElement().satisfies(line -> assertThat(line.text())
				.contains(ada.displayName()).contains("Are you there?").contains("2 unread"));
	}

	@Test
	void messagesHaveTheirIdTheirAuthorAndTheirOrder() {
		long chat = adas.write(bea, "one");
		beas.say(chat, "two");
		adas.say(chat, "three");

		List<Html.Message> messages = beas.chat(chat).html().messages();

		assertThat(messages).extracting(Html.Message::text).containsExactly("one", "two", "three");
		assertThat(messages).extracting(Html.Message::author).containsExactly(ada.username(), bea.username(),
				ada.username());
		assertThat(messages).extracting(Html.Message::seq).containsExactly(1L, 2L, 3L);
		assertThat(messages).isEqualTo(adas.chat(chat).html().messages());
	}

	@Test
	void theChatWithAPersonIsTheExistingConversationOnceThereIsOne() {
		long chat = adas.write(bea, "one");

		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(bea).writeTo(ada.withUsername(ada.username().toUpperCase(Locale.ROOT)));
			assertThat(browser.texts()).containsExactly("one");
			browser.say("two");
			assertThat(browser.path()).isEqualTo("/conversations/" + chat);
			assertThat(browser.texts()).containsExactly("one", "two");
		}
		assertThat(beas.write(ada, "three")).isEqualTo(chat);
	}

	@Test
	void theListStandsInTheOrderOfActivity() {
		Person cy = People.someone();
		Client cys = Client.at(port).signUp(cy);
		long withBea = adas.write(bea, "first");
		long withCy = adas.write(cy, "second");
		assertThat(order(adas)).containsExactly(withCy, withBea);

		beas.say(withBea, "third");
		assertThat(order(adas)).containsExactly(withBea, withCy);

		cys.say(withCy, "fourth");
		assertThat(order(adas)).containsExactly(withCy, withBea);
	}

	@Test
	void theListStandsOnEverySignedInPageAndMarksTheOpenOne() {
		long chat = adas.write(bea, "one");

		Html page = adas.chat(chat).html();

		assertThat(page.conversations()).extracting(Html.Conversation::id).containsExactly(chat);
		assertThat(page.attribute("//nav[@aria-label='Conversations']//a[@aria-current='page']", "href"))
				.contains("/conversations/" + chat);
		assertThat(adas.get("/people").html().conversations()).hasSize(1);
	}

	@Test
	void openingTheChatMarksItRead() {
		long chat = adas.write(bea, "one");
		adas.say(chat, "two");
		assertThat(beas.list().html().conversations().getFirst().unread()).isEqualTo(2);
		assertThat(beas.list().html().text()).contains("2 unread");
		assertThat(title(beas.list())).startsWith("(2) ");

		var page = beas.chat(chat).html();

		assertThat(page.conversations().getFirst().unread()).as("in the list beside it, which was read before")
				.isZero();
		assertThat(beas.list().html().conversations().getFirst().unread()).isZero();
		assertThat(beas.list().html().text()).doesNotContain("unread");
		assertThat(title(beas.list())).doesNotStartWith("(");
		assertThat(adas.list().html().conversations().getFirst().unread()).isZero();
	}

	@Test
	void olderMessagesAreFoundPageByPage() {
		long chat = adas.write(bea, "message 1");
		IntStream.rangeClosed(2, 120).forEach(i -> (i % 3 == 0 ? beas : adas).say(chat, "message " + i));

		List<String> all = new ArrayList<>();
		List<Integer> sizes = new ArrayList<>();
		String next = "/conversations/" + chat;
		while (!next.isEmpty()) {
			Html page = adas.get(next).expect(200).html();
			sizes.add(page.messages().size());
			all.addAll(0, page.messages().stream().map(Html.Message::text).toList());
			next = page.older().orElse("");
		}

		assertThat(sizes).containsExactly(50, 50, 20);
		assertThat(all).isEqualTo(IntStream.rangeClosed(1, 120).mapToObj(i -> "message " + i).toList());
	}

	@Test
	void htmxGetsTheOlderMessagesAloneAndTheNextLinkWhileThereIsOne() {
		long chat = adas.write(bea, "message 1");
		IntStream.rangeClosed(2, 101).forEach(i -> adas.say(chat, "message " + i));
		String older = adas.chat(chat).html().older().orElseThrow();

		Page second = adas.get(older, "HX-Request", "true").expect(200);
		Page third = adas.get(second.html().older().orElseThrow(), "HX-Request", "true").expect(200);

		assertThat(second.body()).doesNotContain("<html");
		assertThat(second.html().messages()).hasSize(50);
		assertThat(third.html().messages()).extracting(Html.Message::text).containsExactly("message 1");
		assertThat(third.html().older()).isEmpty();
	}

	@Test
	void whatIsNotThereAndWhatIsNotYoursAreTheSame404() {
		long foreign = adas.write(bea, "between us");
		long message = adas.chat(foreign).html().messages().getFirst().id();
		Person cy = People.someone();
		Client cys = Client.at(port).signUp(cy);
		long own = cys.write(ada, "mine");

		assertSame404(cys, "/conversations/" + foreign, "/conversations/987654321");
		assertSame404(cys, "/conversations/" + own + "?before=" + message,
				"/conversations/" + own + "?before=987654321");
		assertThat(neutral(cys.trySay(foreign, "let me in", Client.freshToken()).expect(404)))
				.isEqualTo(neutral(cys.trySay(987654321, "let me in", Client.freshToken()).expect(404)));
		assertThat(read(cys, foreign).status()).isEqualTo(404).isEqualTo(read(cys, 987654321).status());
		assertThat(adas.chat(foreign).html().messages()).hasSize(1);
	}

	@Test
	void readingIsTakenAsFarAsItWasSeenAndNeverBack() {
		long chat = adas.write(bea, "one");
		adas.say(chat, "two");
		adas.say(chat, "three");

		beas.submit("/conversations/" + chat + "/read", Map.of("upTo", "2")).expect(204);
		assertThat(beas.list().html().conversations().getFirst().unread()).isEqualTo(1);

		read(beas, chat).expect(204);
		assertThat(beas.list().html().conversations().getFirst().unread()).isEqualTo(1);

		beas.submit("/conversations/" + chat + "/read", Map.of("upTo", "999")).expect(204);
		adas.say(chat, "four");
		assertThat(beas.list().html().conversations().getFirst().unread()).as("not read before it was written")
				.isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/conversations/with/nobody.of.this.name", "/conversations/0", "/conversations/-1",
			"/conversations/one", "/conversations/99999999999999999999999", "/conversations/with/", "/nothing/here",
			"/conversations/with/%3Cscript%3E"})
	void addressesThatLeadNowhereAre404InTheProductsOwnLook(String path) {
		Page answer = adas.get(path).expect(404);

		assertThat(answer.html().has("//main")).isTrue();
		assertThat(answer.html().has("//a[@href='/' or @href='/conversations']")).isTrue();
		assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("Whitelabel");
	}

	@ParameterizedTest
	@ValueSource(strings = {"?before=", "?before=one", "?before=-1", "?before=99999999999999999999999"})
	void aMalformedPlaceInTheChatIsNoServerError(String query) {
		long chat = adas.write(bea, "one");

		assertThat(adas.get("/conversations/" + chat + query).status()).isLessThan(500);
	}

	private static Page read(Client client, long conversation) {
		return client.submit("/conversations/" + conversation + "/read", Map.of("upTo", "1"));
	}

	private static void assertSame404(Client client, String one, String other) {
		assertThat(neutral(client.get(one).expect(404))).isEqualTo(neutral(client.get(other).expect(404)));
	}

	/** The page without what differs in every answer: the hidden tokens, and whether the connection has had its day. */
	private static String neutral(Page page) {
		Set<String> headers = new TreeSet<>(page.headers().map().keySet());
		headers.remove("connection");
		return headers + page.body()
				.replaceAll("(<input[^>]*name=\"(?:_csrf|clientToken)\"[^>]*value=\")[^\"]*", "$1");
	}

	private static List<Long> order(Client client) {
		return client.list().html().conversations().stream().map(Html.Conversation::id).toList();
	}

	private static String title(Page page) {
		return page.html().first("//title").orElseThrow().getTextContent();
	}
}
