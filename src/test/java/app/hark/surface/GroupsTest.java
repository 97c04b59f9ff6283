package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;
import app.hark.drive.StreamReader;

/** Groups, by plain forms, and what their people are shown of them. */
@HarkTest
class GroupsTest {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Person cem = People.someone();

	@LocalServerPort int port;

	private Client adas;

	private Client beas;

	private Client cems;

	private long group;

	@BeforeEach
	void adaHasMadeAGroup() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
		cems = Client.at(port).signUp(cem);
		group = adas.submit("/groups", Map.of("name", "Climbing")).expectRedirect().conversation();
		adas.say(group, "just me");
	}

	@Test
	void aGroupIsMadeAndFilledByPlainForms() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/groups/new").fill("name", "Choir").press("Make the group");
			browser.fill("find", bea.username()).press("Search").press("Add");

			assertThat(browser.text()).contains("2 people", bea.displayName());
		}
		Html.Conversation seen = beas.list().html().conversations().getFirst();
		assertThat(seen.text()).contains("Choir", "added", bea.displayName());
		assertThat(seen.unread()).isEqualTo(1);
	}

	@Test
	void everybodyInItGetsWhatAnyoneWrites() {
		add(bea, cem);
		try (StreamReader beasStream = beas.stream(); StreamReader cemsStream = cems.stream()) {
			adas.say(group, "hello all");

			assertThat(beasStream.awaitMessages(1).texts()).containsExactly("hello all");
			assertThat(cemsStream.awaitMessages(1).texts()).containsExactly("hello all");
		}
		cems.say(group, "hello Ada");
		assertThat(texts(beas)).contains("hello all", "hello Ada");
		assertThat(adas.list().html().conversations().getFirst().text()).contains("Climbing",
				cem.displayName() + ": hello Ada");
	}

	@Test
	void newcomersSeeWhatComesAfterThem() {
		add(bea);
		adas.say(group, "hello Bea");

		assertThat(texts(beas)).hasSize(2).doesNotContain("just me").endsWith("hello Bea");
		assertThat(beas.chat(group).html().attribute("//article[1]", "data-first-of-day")).as("its date is said")
				.contains("yes");
		long hidden = idOf("just me");
		beas.get("/messages/" + hidden).expect(404);
		assertThat(beas.get("/conversations/" + group + "?replyTo=" + hidden).body()).doesNotContain("just me");
		assertThat(beas.get("/conversations/" + group + "?before=" + hidden).body()).doesNotContain("just me");
		beas.submit("/conversations/" + group + "/messages",
				Map.of("body", "what was that?", "replyTo", "" + hidden, "clientToken", Client.freshToken()))
				.expectRedirect();
		assertThat(beas.chat(group).body()).contains("what was that?").doesNotContain("just me");
	}

	@Test
	void whatIsDeletedGoesFromTheAnswersThatNewcomersSee() {
		long hidden = adas.chat(group).html().messages().getLast().id();
		add(bea);
		adas.submit("/conversations/" + group + "/messages",
				Map.of("body", "as I said", "replyTo", "" + hidden, "clientToken", Client.freshToken()));
		try (StreamReader stream = beas.stream()) {
			adas.submit("/messages/" + hidden + "/delete", Map.of()).expectRedirect();

			stream.awaitEvents(all -> all.stream().anyMatch(
					event -> event.data().contains("as I said") && event.data().contains("Deleted message")),
					Duration.ofSeconds(10));
			assertThat(stream.events()).noneMatch(event -> event.data().contains("just me"));
		}
	}

	@Test
	void whatIsDeletedGoesFromTheAnswersThatThoseWhoHaveLeftSee() {
		long hidden = adas.chat(group).html().messages().getLast().id();
		add(bea);
		adas.submit("/conversations/" + group + "/messages",
				Map.of("body", "as I said", "replyTo", "" + hidden, "clientToken", Client.freshToken()));
		beas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();
		assertThat(beas.chat(group).body()).contains("just me");

		adas.submit("/messages/" + hidden + "/delete", Map.of()).expectRedirect();

		assertThat(beas.chat(group).body()).contains("as I said").doesNotContain("just me");
	}

	@Test
	void newcomersSeeThePastWhereTheOwnerSaysSo() {
		adas.submit("/conversations/" + group + "/past", Map.of("shown", "true")).expectRedirect();
		add(bea);

		assertThat(beas.list().html().conversations().getFirst().unread()).as("the line that let her in").isEqualTo(1);
		assertThat(texts(beas)).contains("just me");
	}

	@Test
	void whoIsRemovedKeepsWhatTheyHadSeenAndGetsNothingMore() {
		add(bea, cem);
		adas.say(group, "before");
		try (StreamReader stream = beas.stream()) {
			adas.submit("/conversations/" + group + "/people/remove", Map.of("username", bea.username()))
					.expectRedirect();
			adas.say(group, "after");
			adas.write(bea, "are you angry?");

			assertThat(stream.awaitMessages(2).texts()).as("the line, and what was written to her alone").hasSize(2)
					.doesNotContain("after").endsWith("are you angry?");
		}
		assertThat(texts(beas)).contains("before").doesNotContain("after");
		assertThat(beas.chat(group).body()).contains("not in this group any more").doesNotContain("id=\"composer\"");
		assertThat(beas.trySay(group, "hello?", Client.freshToken()).status()).isEqualTo(404);
		beas.get("/conversations/" + group + "/people").expect(404);
		assertThat(beas.chat(group).html().has("//a[contains(@href, '/people')][ancestor::main]")).as("leads nowhere")
				.isFalse();
		long kept = beas.chat(group).html().messages().getLast().id();
		Html tools = beas.get("/messages/" + kept).expect(200).html();
		assertThat(tools.has("//*[@id='tools']//a[@data-copy]")).isTrue();
		assertThat(tools.has("//*[@id='tools']//form")).as("something that can be done no more").isFalse();
		assertThat(tools.has("//*[@id='tools']//a[@data-reply]")).isFalse();
		assertThat(beas.list().body()).doesNotContain("after");
	}

	@Test
	void whoHasLeftIsToldOfWhatBecomesOfWhatTheyHadSeen() {
		add(bea);
		adas.say(group, "a secret");
		long secret = adas.chat(group).html().messages().getLast().id();
		try (StreamReader stream = beas.stream()) {
			beas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();
			adas.say(group, "after");
			adas.submit("/messages/" + secret + "/delete", Map.of()).expectRedirect();

			eventually(() -> assertThat(stream.entries().getLast().data()).contains("id=\"message-" + secret + "\"",
					"Deleted message"));
			assertThat(stream.texts()).as("that she left").hasSize(1);
		}
	}

	@Test
	void whoComesBackSeesWhatTheySawBeforeAndWhatComesAfterThat() {
		add(bea);
		beas.say(group, "I will be back");
		beas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();
		adas.say(group, "without her");
		add(bea);
		try (StreamReader stream = beas.stream()) {
			adas.say(group, "with her");
			assertThat(stream.await("message").data()).as("a mark without its message").doesNotContain("receipt");
		}
		assertThat(texts(beas)).contains("I will be back", "with her").doesNotContain("just me", "without her");
		beas.get("/messages/" + idOf("without her")).expect(404);
		assertThat(beas.chat(group).html().older()).as("there is nothing more to read").isEmpty();
	}

	@Test
	void whoComesBackOftenSeesAllOfTheirTimesInIt() {
		for (String time : List.of("first", "second", "third")) {
			add(bea);
			adas.say(group, "with her, the " + time);
			beas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();
			adas.say(group, "without her, the " + time);
		}

		assertThat(texts(beas)).contains("with her, the first", "with her, the second", "with her, the third")
				.noneMatch(text -> text.startsWith("without her"));
	}

	@Test
	void onlyTheOwnerRemovesAndHandsOver() {
		add(bea, cem);

		for (String path : List.of("/people/remove", "/owner")) {
			Page refused = beas.submit("/conversations/" + group + path, Map.of("username", cem.username()));
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.html().alerts()).containsExactly("Only the owner of the group can do that.");
		}
		adas.submit("/conversations/" + group + "/owner", Map.of("username", bea.username())).expectRedirect();
		beas.submit("/conversations/" + group + "/people/remove", Map.of("username", ada.username())).expectRedirect();

		assertThat(adas.chat(group).body()).contains("not in this group any more");
	}

	@Test
	void anOwnerWhoLeavesHandsItToWhoeverCameFirst() {
		add(bea, cem);
		adas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();

		beas.submit("/conversations/" + group + "/people/remove", Map.of("username", cem.username())).expectRedirect();
		assertThat(texts(cems)).last().asString().contains("removed", cem.displayName());
	}

	@Test
	void whoCameFirstComesFirstHoweverMuchTheyHaveRead() {
		adas.submit("/conversations/" + group + "/past", Map.of("shown", "true")).expectRedirect();
		add(bea, cem);
		beas.chat(group);
		adas.submit("/conversations/" + group + "/leave", Map.of()).expectRedirect();

		beas.submit("/conversations/" + group + "/people/remove", Map.of("username", cem.username())).expectRedirect();
	}

	@Test
	void strangersSeeNothingOfIt() {
		for (String path : List.of("", "/people")) {
			cems.get("/conversations/" + group + path).expect(404);
		}
		cems.submit("/conversations/" + group + "/people", Map.of("username", cem.username())).expect(404);
		cems.submit("/conversations/" + group + "/name", Map.of("name", "Mine")).expect(404);
		cems.submit("/conversations/" + group + "/name", Map.of("name", " "), "HX-Request", "true")
				.expect(404);
		long pair = adas.write(bea, "hello");
		adas.get("/conversations/" + pair + "/people").expect(404);
		adas.submit("/conversations/" + pair + "/people", Map.of("username", cem.username())).expect(404);
	}

	@Test
	void whatIsWrongIsSaidWhereItWasTyped() {
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/groups/new").fill("name", "x".repeat(65)).press("Make the group");
			assertThat(browser.status()).isEqualTo(422);
			assertThat(browser.alerts()).singleElement().asString().contains("1 to 64 characters");
			assertThat(browser.value("name")).isEqualTo("x".repeat(65));
		}
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/conversations/" + group + "/people").fill("name", "y".repeat(65))
					.press("Rename");
			assertThat(browser.alerts()).singleElement().asString().contains("1 to 64 characters");
			assertThat(browser.value("name")).isEqualTo("y".repeat(65));
		}
		Page unknown = adas.submit("/conversations/" + group + "/people", Map.of("username", "nobody.at.all"));
		assertThat(unknown.html().alerts()).singleElement().asString().contains("nobody.at.all");
	}

	@Test
	void aNewNameIsSeenByAll() {
		add(bea);
		adas.submit("/conversations/" + group + "/name", Map.of("name", "نادي <b>")).expectRedirect();

		assertThat(beas.list().html().conversations().getFirst().text()).contains("نادي <b>");
		assertThat(texts(beas)).last().asString().contains("named the group", "نادي <b>");
	}

	@Test
	void aGroupHasRoomForAHundred() {
		for (int i = 2; i <= 100; i++) {
			Person one = People.someone();
			Client.at(port).signUp(one);
			add(one);
		}
		Page full = adas.submit("/conversations/" + group + "/people", Map.of("username", bea.username()));

		assertThat(full.html().alerts()).singleElement().asString().contains("100 people");
		adas.say(group, "so many of us");
	}

	private void add(Person... people) {
		for (Person one : people) {
			adas.submit("/conversations/" + group + "/people", Map.of("username", one.username())).expectRedirect();
		}
	}

	private long idOf(String text) {
		return adas.chat(group).html().messages().stream().filter(one -> one.text().equals(text)).findFirst()
				.orElseThrow().id();
	}

	private List<String> texts(Client who) {
		return who.chat(group).html().messages().stream().map(Html.Message::text).toList();
	}
}
