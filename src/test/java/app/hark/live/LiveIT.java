package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;

@BrowserTest
class LiveIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone().named("Ada " + People.freshWord());

	private final Person bea = People.someone().named("Bea " + People.freshWord());

	private final Browser adas = Browser.at(hark.url()).signUp(ada);

	@Test
	void twoPeopleFindEachOtherAndTalkWithoutReloading() {
		Browser beas = Browser.at(hark.url()).signUp(bea).live();
		mark(beas);

		adas.search(bea.displayName());
		eventually(() -> assertThat(adas.page().people()).hasSize(1));
		adas.follow(bea.displayName());
		adas.arrived("/conversations/with/" + bea.username());
		adas.live().say("Hello Bea");

		eventually(() -> assertThat(beas.conversations()).singleElement().satisfies(line -> assertThat(line.text())
				.contains(ada.displayName()).contains("Hello Bea").contains("1 unread")));
		assertMarked(beas);

		beas.follow(ada.displayName());
		eventually(() -> assertThat(beas.texts()).containsExactly("Hello Bea"));
		beas.live().say("Hello Ada");

		eventually(() -> assertThat(adas.texts()).containsExactly("Hello Bea", "Hello Ada"));
		eventually(() -> assertThat(beas.texts()).containsExactly("Hello Bea", "Hello Ada"));
		assertThat(adas.path()).as("the address of the conversation that the first send made")
				.matches("/conversations/\\d+");
		assertThat(adas.conversations()).hasSize(1);
	}

	@Test
	void theListGoesFromOneToTwoConversationsByItself() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long first = beas.write(ada, "first");
		adas.open("/conversations").live();
		mark(adas);
		assertThat(adas.conversations()).hasSize(1);

		long second = Client.at(hark.url()).signUp(People.someone()).write(ada, "second");

		eventually(() -> assertThat(ids(adas)).containsExactly(second, first));
		beas.say(first, "third");
		eventually(() -> assertThat(ids(adas)).as("the newest activity stands first").containsExactly(first, second));
		assertMarked(adas);
	}

	@Test
	void theSendersSecondTabShowsWhatTheFirstOneSends() {
		long chat = Client.at(hark.url()).signUp(bea).write(ada, "start");
		String one = adas.open(chat).live().tab();
		String two = adas.newTab();
		adas.open(chat).live();

		adas.look(one).say("from the first tab");

		for (String tab : List.of(one, two)) {
			adas.look(tab);
			eventually(() -> assertThat(adas.texts()).containsExactly("start", "from the first tab"));
		}
	}

	@Test
	void tenTabsOfOneBrowserAllWork() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "start");
		List<String> tabs = new ArrayList<>(List.of(adas.tab()));
		adas.open(chat).live();
		for (int i = 2; i <= 10; i++) {
			tabs.add(adas.newTab());
			adas.open(chat).live();
		}

		beas.say(chat, "to all tabs");
		for (String tab : tabs) {
			adas.look(tab);
			eventually(() -> assertThat(adas.texts()).containsExactly("start", "to all tabs"));
		}
		adas.look(tabs.get(4)).say("from the fifth");
		for (String tab : tabs) {
			adas.look(tab);
			eventually(() -> assertThat(adas.texts()).containsExactly("start", "to all tabs", "from the fifth"));
		}
	}

	@Test
	void theOtherTabsGoOnWhenTheOneThatHoldsTheStreamIsClosed() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "start");
		adas.open(chat).live();
		String holder = adas.tab();
		String other = adas.newTab();
		adas.open(chat).live();
		try (Flow flow = Flow.of(beas, chat).awaitMore(5)) {
			adas.look(holder).driver().close();
			adas.look(other);
			flow.awaitMore(20);

			List<String> all = flow.stop();
			all = new ArrayList<>(all);
			all.addFirst("start");
			List<String> expected = List.copyOf(all);
			eventually(() -> assertThat(adas.texts()).isEqualTo(expected));
		}
	}

	@Test
	void theTitleCountsWhatIsUnreadAndReadingElsewhereTakesItAway() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "one");
		adas.open("/conversations").live();
		assertThat(adas.title()).startsWith("(1) ");

		beas.say(chat, "two");
		eventually(() -> assertThat(adas.title()).startsWith("(2) "));
		assertThat(adas.conversations().getFirst().text()).contains("2 unread");

		Browser phone = Browser.at(hark.url()).signIn(ada).open(chat);
		eventually(() -> assertThat(adas.title()).doesNotContain("("));
		assertThat(adas.conversations().getFirst().unread()).isZero();

		phone.live();
		beas.say(chat, "three");
		eventually(() -> assertThat(phone.texts()).containsExactly("one", "two", "three"));
		eventually(() -> assertThat(beas.get("/conversations").expect(200).html().conversations()).hasSize(1));
		eventually(() -> {
			assertThat(adas.conversations().getFirst().text()).contains("three");
			assertThat(adas.conversations().getFirst().unread()).as("read in the phone's visible chat").isZero();
		});
	}

	@Test
	void whatIsHalfTypedSurvivesWhatArrives() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "start");
		adas.open(chat).live();
		adas.type("half a sen");
		adas.driver().executeScript("document.querySelector('textarea[name=body]').setSelectionRange(4, 4)");

		beas.say(chat, "an interruption");
		eventually(() -> assertThat(adas.texts()).contains("an interruption"));
		adas.driver().switchTo().activeElement().sendKeys("!");

		assertThat(adas.draft()).isEqualTo("half! a sen");
	}

	@Test
	void aPageMadeWhileMessagesCommitShowsEachOnce() {
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "start");
		try (Flow flow = Flow.flood(beas, chat).awaitMore(3)) {
			for (int i = 0; i < 5; i++) {
				adas.open(chat);
				flow.awaitMore(3);
			}
			List<String> sent = new ArrayList<>(flow.stop());
			sent.addFirst("start");
			eventually(() -> assertThat(adas.texts().getLast()).isEqualTo(sent.getLast()));
			assertThat(adas.texts()).hasSizeGreaterThanOrEqualTo(Math.min(50, sent.size()))
					.isEqualTo(sent.subList(Math.max(0, sent.size() - adas.texts().size()), sent.size()));
		}
	}

	@Test
	void signingOutInOneTabEndsTheOther() {
		adas.expectingFailedRequests().open("/conversations").live();
		String one = adas.tab();
		String two = adas.newTab();
		adas.open("/conversations").live();

		adas.look(one).signOut();

		adas.look(two);
		eventually(() -> assertThat(adas.path().equals("/sign-in") || adas.state().equals(stateText("data-signed-out")))
				.as("at %s it says %s", adas.path(), adas.page().text()).isTrue());
	}

	@Test
	void signingOutInOneTabLeavesNothingToReadInTheOtherButWhatIsHalfTyped() {
		long chat = Client.at(hark.url()).signUp(bea).write(ada, "between us");
		adas.expectingFailedRequests().open("/conversations").live();
		String one = adas.tab();
		String two = adas.newTab();
		adas.open(chat).live();
		adas.type("half typed");
		assertThat(adas.page().text()).contains("between us");

		adas.look(one).signOut();

		adas.look(two);
		eventually(() -> assertThat(adas.page().text()).doesNotContain("between us"));
		assertThat(adas.conversations()).isEmpty();
		assertThat(adas.draft()).isEqualTo("half typed");
	}

	@Test
	void inALocalNetworkWithoutSecureContextItWorksAsWell() {
		Browser lan = Browser.at(Browser.onTheLan(hark.url())).signIn(ada);
		assertThat(lan.driver().executeScript("return isSecureContext || !!navigator.locks")).isEqualTo(false);
		Client beas = Client.at(hark.url()).signUp(bea);
		long chat = beas.write(ada, "start");
		lan.open(chat).live();

		beas.say(chat, "over plain HTTP");
		eventually(() -> assertThat(lan.texts()).containsExactly("start", "over plain HTTP"));
		lan.say("and back");
		eventually(() -> assertThat(lan.texts()).containsExactly("start", "over plain HTTP", "and back"));
	}

	private String stateText(String attribute) {
		return adas.page().attribute("//*[@role='status']", attribute).orElse("(no such text)");
	}

	private static List<Long> ids(Browser browser) {
		return browser.conversations().stream().map(Html.Conversation::id).toList();
	}

	/** Leaves a trace that a reload wipes out. */
	private static void mark(Browser browser) {
		browser.driver().executeScript("window.notReloaded = true");
	}

	private static void assertMarked(Browser browser) {
		assertThat(browser.driver().executeScript("return window.notReloaded")).as("no reload since").isEqualTo(true);
	}
}
