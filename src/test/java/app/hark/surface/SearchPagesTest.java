package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.w3c.dom.Element;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

/** Searching in one's messages, as people and their tools see it. */
@HarkTest
class SearchPagesTest {

	private static final String HITS = "//a[starts-with(@href,'/messages/')]";

	private final Person ada = People.someone();
	private final Person bea = People.someone();

	/** In every message of the test, so that no other test is found. */
	private final String word = People.freshWord();

	@LocalServerPort int port;

	@Autowired JdbcClient jdbc;

	private Client adas;
	private Client beas;
	private long chat;

	@BeforeEach
	void twoPeopleWrite() {
		beas = Client.at(port).signUp(bea);
		adas = Client.at(port).signUp(ada);
		chat = adas.write(bea, "The tin kettle is at the harbour, " + word);
	}

	@Test
	void whatWasSentIsFoundWithItsWordsMarkedAndALinkToItsPlace() {
		eventually(() -> assertThat(found(beas, word + " kettle")).hasSize(1));

		Html page = search(beas, word.toUpperCase(java.util.Locale.ROOT) + " KÉTTLE").expect(200).html();
		assertThat(page.elements("//mark").stream().map(Element::getTextContent)).containsExactly("kettle", word);
		long id = jdbc.sql("select max(id) from message where conversation_id = ?").param(chat).query(Long.class)
				.single();
		assertThat(page.attribute(HITS, "href")).contains("/messages/" + id);
		assertThat(page.first(HITS).orElseThrow().getTextContent()).contains(ada.displayName(), "to you");
		assertThat(page.attribute(HITS + "//time", "datetime").orElseThrow()).startsWith(today().toString());
		assertThat(search(adas, word).html().first(HITS).orElseThrow().getTextContent()).contains("You",
				bea.displayName());
	}

	@Test
	void allWordsHaveToBeThereInAnyOrderAndMayBeBeginnings() {
		eventually(() -> assertThat(found(adas, word)).hasSize(1));

		assertThat(found(adas, "harbour tin " + word)).hasSize(1);
		assertThat(found(adas, word + " harb")).as("a beginning").hasSize(1);
		assertThat(found(adas, word + " arbour")).as("the middle of a word").isEmpty();
		assertThat(found(adas, word + " harbour stove")).as("one word that is not there").isEmpty();
		assertThat(found(adas, word + " ha")).as("a beginning of two letters").isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"Ich wohne in der Straße, STRASSE", "İstanbul’da yağmur var, istanbul yagmur", "Σίσυφος ΛΌΓΟΣ, λογος",
			"قرأت كِتَابًا جميلاً, كتابا جميلا", "הָיָה שָׁלוֹם, שלום", "मैंने किताब पढ़ी, किताब", "今日は東京に行きました, 東京",
			"カタカナで書く, かたかな", "我们明天在北京大学见面, 北京大学", "ฉันไปโรงเรียนทุกวัน, โรงเรียน", "오늘 학교에서 만나자, 학교",
			"Ngày mai ở Đà Nẵng, da nang", "Ёлка у моря, елка море", "ខ្ញុំទៅសាលារៀន, សាលា", "cafe\u0301 au lait, café",
			"café au lait, cafe\u0301", "می\u200cخواهم بروم, میخواهم", "Nice one 👍🏽, 👍", "١٢ نوفمبر, 12"})
	void everyScriptIsFoundCaseAndAccentsFolded(String text, String query) {
		adas.say(chat, text + " " + word);
		eventually(() -> assertThat(found(beas, word + " " + query.replace("море", "моря"))).hasSize(1));
	}

	@Test
	void charactersOfScriptsWithoutSpacesHaveToFollowOnEachOther() {
		adas.say(chat, word + " 京都の東");
		adas.say(chat, word + " 東京");
		eventually(() -> assertThat(found(adas, word)).hasSize(3));

		assertThat(found(adas, word + " 東京")).hasSize(1);
		assertThat(found(adas, word + " 京")).hasSize(2);
	}

	@Test
	void nobodyFindsWhatOthersWrote() {
		Person cy = People.someone();
		Client cys = Client.at(port).signUp(cy);
		cys.write(bea, "Nothing of that, " + word);
		eventually(() -> assertThat(found(beas, word)).hasSize(2));

		assertThat(found(cys, word)).hasSize(1);
		assertThat(found(cys, word + " kettle")).isEmpty();
		assertThat(found(cys, "kettle from:" + ada.username())).isEmpty();
		assertThat(found(cys, word + " in:" + ada.username())).isEmpty();
		assertThat(found(cys, "in:" + bea.username())).hasSize(1);
	}

	@Test
	void aDeletedMessageIsNotFoundFromThatMomentOn() {
		eventually(() -> assertThat(found(adas, word)).hasSize(1));

		jdbc.sql("update message set body = '', deleted_at = current_timestamp where conversation_id = ?").param(chat)
				.update();
		assertThat(found(adas, word)).isEmpty();
		assertThat(found(adas, "from:me")).isEmpty();
	}

	@Test
	void anEditedMessageIsFoundByWhatItSaysNow() {
		eventually(() -> assertThat(found(adas, word)).hasSize(1));

		jdbc.sql("update message set body = ?, edited_at = current_timestamp where conversation_id = ?")
				.params("The copper pot, " + word, chat).update();
		assertThat(found(adas, word + " kettle")).as("at once").isEmpty();
		eventually(() -> assertThat(found(adas, word + " copper")).hasSize(1));
	}

	@Test
	void fromAndInAndDaysNarrowItDown() {
		beas.say(chat, "Which kettle? " + word);
		Person cy = People.someone();
		Client.at(port).signUp(cy);
		adas.write(cy, "Have you seen a kettle? " + word);
		eventually(() -> assertThat(found(adas, word)).hasSize(3));

		assertThat(found(adas, word + " from:" + bea.username())).hasSize(1);
		assertThat(found(adas, "FROM:@" + bea.username() + " " + word)).hasSize(1);
		assertThat(found(adas, word + " from:me")).hasSize(2);
		assertThat(found(adas, word + " in:" + cy.username())).hasSize(1);
		assertThat(found(adas, word + " in:" + bea.username() + " from:me")).hasSize(1);
		assertThat(found(adas, "in:" + cy.username())).as("no word at all").hasSize(1);
		assertThat(found(adas, word + " after:" + today().minusDays(2) + " before:" + today().plusDays(2))).hasSize(3);
		assertThat(found(adas, word + " before:" + today().minusDays(1))).isEmpty();
		assertThat(found(adas, word + " after:" + today().plusDays(1))).isEmpty();
	}

	@Test
	void inIsAlsoAWordOfAGroupsName() {
		long group = adas.submit("/groups", Map.of("name", "Kaffee am Ölberg")).expectRedirect().conversation();
		adas.say(group, "Who brings " + word + "?");
		eventually(() -> assertThat(found(adas, word)).hasSize(2));

		assertThat(found(adas, word + " in:kaffee")).hasSize(1);
		assertThat(found(adas, word + " in:olberg")).hasSize(1);
		Page others = beas.get("/search?q=" + word + "%20in:kaffee");
		assertThat(others.html().alerts()).singleElement().asString().contains("no group of yours");
	}

	@ParameterizedTest
	@ValueSource(strings = {"from:", "in: ada", "before:yesterday", "after:2026-13-01", "before:2026-11-1",
			"from:me from:me", "from:nobody.has.this.name", "in:'--", "before:+99999-01-01", "after:999999999-01-01"})
	void whatMakesNoSenseIsAnsweredInWordsAndStaysTyped(String typed) {
		Html page = search(adas, typed).expect(400).html();

		assertThat(page.alerts()).singleElement().asString().isNotBlank();
		assertThat(page.attribute("//input[@id='words']", "value")).contains(typed);
		assertThat(page.attribute("//input[@id='words']", "aria-describedby")).contains("find-alert");
	}

	@ParameterizedTest
	@ValueSource(strings = {"*", "*:*", "kettle~ OR *", "words:kettle", "\"kettle", "[a TO z]", "/.*/", "((((", "\\",
			"kettle^9", "{!lucene}", "\u202E\u2066\u202D", "\u0000", "%", "' or 1=1 --", "<script>alert(1)</script>",
			"\ud83d", "а̶̡̛̃", "AND OR NOT", "-kettle", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
	void whatLooksLikeAQueryLanguageIsText(String typed) {
		eventually(() -> assertThat(found(adas, word)).hasSize(1));

		Page answer = search(adas, word + " zzz " + typed).expect(200);
		assertThat(answer.html().elements(HITS)).isEmpty();
		assertThat(answer.body()).doesNotContain("<script>alert");
		search(adas, typed).expect(200);
	}

	@Test
	void directionsHiddenInAQueryChangeNothing() {
		eventually(() -> assertThat(found(adas, "\u202E" + word + "\u202C ket\u00ADtle\u200F")).hasSize(1));
	}

	@Test
	void anEnormousQueryIsAnsweredInWordsAndStaysTyped() {
		String typed = "x ".repeat(4_000);

		Html page = search(adas, typed).expect(400).html();
		assertThat(page.alerts()).singleElement().asString().contains("500");
		assertThat(page.attribute("//input[@id='words']", "value")).contains(typed);
		assertThat(search(adas, "a ".repeat(200)).expect(400).html().alerts()).hasSize(1);
		assertThat(search(adas, "京".repeat(300)).expect(400).html().alerts()).hasSize(1);
	}

	@Test
	void newestComeFirstAndALinkLeadsToOlderOnes() {
		IntStream.range(0, 44).forEach(i -> adas.say(chat, "number" + i + " " + word));
		eventually(() -> assertThat(found(adas, word + " number43")).hasSize(1));

		Html first = search(adas, word).expect(200).html();
		Html second = adas.get(first.attribute("//a[@rel='next']", "href").orElseThrow()).expect(200).html();
		Html third = adas.get(second.attribute("//a[@rel='next']", "href").orElseThrow()).expect(200).html();

		assertThat(List.of(ids(first).size(), ids(second).size(), ids(third).size())).containsExactly(20, 20, 5);
		assertThat(third.has("//a[@rel='next']")).isFalse();
		List<Long> all = new java.util.ArrayList<>(ids(first));
		all.addAll(ids(second));
		all.addAll(ids(third));
		assertThat(all).isSortedAccordingTo(java.util.Comparator.reverseOrder()).doesNotHaveDuplicates();
	}

	@Test
	void withoutScriptOneGetsThereFromThePeopleSearchAndByTheForm() {
		eventually(() -> assertThat(found(adas, word)).hasSize(1));
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).search(word);
			browser.follow("Search messages for “" + word + "”");
			assertThat(browser.path()).isEqualTo("/search");
			assertThat(browser.text()).contains("harbour");

			browser.open("/search").page().<org.htmlunit.html.HtmlInput>querySelector("#words")
					.setValue("nowhere" + word);
			browser.press("Search");
			assertThat(browser.text()).contains("No message found");
		}
	}

	@Test
	void aLongMessageIsShownAroundWhatWasFound() {
		adas.say(chat, "before ".repeat(300) + word + "x the needle " + "behind ".repeat(300));
		eventually(() -> assertThat(found(adas, "needle " + word)).hasSize(1));

		String excerpt = search(adas, word + " needle").html().first("//span[@class='excerpt']").orElseThrow()
				.getTextContent();
		assertThat(excerpt).startsWith("…").endsWith("…").contains("the needle").hasSizeLessThan(320);
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	private static List<Long> found(Client who, String query) {
		return ids(search(who, query).expect(200).html());
	}

	private static List<Long> ids(Html page) {
		return page.elements(HITS).stream()
				.map(link -> Long.parseLong(link.getAttribute("href").substring("/messages/".length()))).toList();
	}

	private static Page search(Client who, String query) {
		return who.get(UriComponentsBuilder.fromPath("/search").queryParam("q", "{q}").encode().buildAndExpand(query)
				.toUriString());
	}
}
