package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** Hark without a mouse: every step is a key that goes to whatever has the focus. */
@BrowserTest
class KeyboardIT {

	/** More stops than this between two places of a page are too many. */
	private static final int STOPS = 14;

	private final HarkServer hark = HarkServer.shared();

	private final Browser adas = Browser.at(hark.url());

	private final Person bea = People.someone().named("Bea " + People.freshWord());

	private final Client beas = Client.at(hark.url()).signUp(bea);

	@Test
	void theWholeJobIsDoneByKeysAlone() {
		Person ada = People.someone();
		adas.open("/sign-up");
		tabTo("[name=displayName]");
		press(ada.displayName());
		tabTo("[name=username]");
		press(ada.username());
		tabTo("[name=password]");
		press(ada.password(), Keys.ENTER);
		adas.arrived("/conversations").live();

		press("/");
		at("[type=search]");
		press(bea.displayName());
		eventually(() -> assertThat(adas.page().people()).hasSize(1));
		tabTo("#results a.row");
		press(Keys.ENTER);
		adas.arrived("/conversations/with/" + bea.username()).live();
		at("#body");
		press("Hello", Keys.ENTER);
		eventually(() -> assertThat(adas.texts()).containsExactly("Hello"));
		beas.say(chat(), "Hello Ada");
		eventually(() -> assertThat(adas.texts()).containsExactly("Hello", "Hello Ada"));

		press(Keys.ARROW_UP);
		at("#edit textarea");
		press(" Bea", Keys.ENTER);
		eventually(() -> assertThat(adas.texts()).containsExactly("Hello Bea", "Hello Ada"));
		at("#body");

		backTo("[data-order='2'] .at");
		press(Keys.ENTER);
		at(".near button");
		press(Keys.ENTER);
		eventually(() -> assertThat(adas.page().has("//article[2]//button[@class='chip']")).isTrue());
		at("[data-order='2'] .at");

		press(Keys.ENTER);
		at(".near button");
		tabTo("[data-reply]");
		press(Keys.ENTER);
		at("#body");
		press("Are you coming?", Keys.ENTER);
		eventually(() -> assertThat(adas.page().has("//article[3]//a[@class='quote']")).isTrue());
		at("#body");

		backTo("[data-order='3'] .at");
		press(Keys.ARROW_UP, Keys.ARROW_UP);
		at("[data-order='1'] .at");
		press(Keys.ENTER);
		at(".near button");
		tabTo("summary");
		press(Keys.ENTER);
		tabTo("details .button");
		press(Keys.ENTER);
		eventually(() -> assertThat(adas.texts()).containsExactly("Deleted message", "Hello Ada", "Are you coming?"));
		at("[data-order='1'] .at");

		backTo(".pane-foot button");
		press(Keys.ENTER);
		adas.arrived("/sign-in");
	}

	@Test
	void aLongLogIsOneStopAndAltArrowsTurnTheConversations() {
		Person ada = People.someone();
		Client phone = Client.at(hark.url()).signUp(ada);
		long older = phone.write(People.some(1).stream().peek(Client.at(hark.url())::signUp).findFirst().orElseThrow(),
				"before");
		long chat = phone.write(bea, "https://example.org/1");
		for (int i = 2; i <= 60; i++) {
			phone.say(chat, "https://example.org/" + i);
		}
		adas.signIn(ada).open(chat).live();
		at("#body");

		backTo("[data-order='60'] .at");
		press(Keys.ARROW_UP);
		at("[data-order='59'] .at");
		press(Keys.HOME);
		press(Keys.ARROW_UP);
		eventually(() -> assertThat(adas.messages()).as("older ones come").hasSize(60));
		tabTo("#body");

		hold(Keys.ALT, Keys.ARROW_DOWN);
		adas.arrived("/conversations/" + older).live();
		hold(Keys.ALT, Keys.ARROW_UP);
		adas.arrived("/conversations/" + chat).live();
	}

	@Test
	void aQuestionMarkShowsAllKeysUnlessItIsTyped() {
		adas.signUp(People.someone()).live();
		press("?");
		eventually(() -> assertThat(adas.driver().executeScript("return document.querySelector('dialog')?.open"))
				.isEqualTo(true));
		at("dialog button");
		assertThat(adas.page().first("//dialog").orElseThrow().getTextContent()).contains("Alt+↑", "Search people");
		press(Keys.ESCAPE);
		eventually(() -> assertThat(adas.page().has("//dialog")).isFalse());

		press("/");
		at("[type=search]");
		press("a?/");
		assertThat(active().getDomProperty("value")).isEqualTo("a?/");
		assertThat(adas.page().has("//dialog")).isFalse();
	}

	@Test
	void aMessageThatChangesIsNotReadAloudAsNew() {
		Person ada = People.someone();
		long chat = Client.at(hark.url()).signUp(ada).write(bea, "one");
		long message = beas.chat(chat).html().messages().getFirst().id();
		adas.signIn(ada).open(chat).live();
		adas.driver().executeScript(
				"""
				window.live = [];
				new MutationObserver(all => all.forEach(({ addedNodes }) => addedNodes.forEach(({ ariaLive }) =>
					live.push(String(ariaLive))))).observe(document.querySelector('[role=log]'), { childList: true })""");

		beas.submit("/messages/" + message + "/reactions", Map.of("emoji", "👍")).expectRedirect();
		eventually(() -> assertThat(adas.page().has("//button[@class='chip']")).isTrue());
		beas.say(chat, "two");
		eventually(() -> assertThat(adas.texts()).hasSize(2));

		assertThat(adas.driver().executeScript("return live")).isEqualTo(List.of("off", "null"));
		eventually(() -> assertThat(adas.page().has("//article[@aria-live]")).isFalse());
	}

	private long chat() {
		eventually(() -> assertThat(adas.conversations()).isNotEmpty());
		return adas.conversations().getFirst().id();
	}

	private void press(CharSequence... keys) {
		new Actions(adas.driver()).sendKeys(keys).perform();
	}

	private void hold(Keys modifier, Keys key) {
		new Actions(adas.driver()).keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
	}

	private WebElement active() {
		return adas.driver().switchTo().activeElement();
	}

	private boolean isAt(String selector) {
		return Boolean.TRUE.equals(adas.driver().executeScript("return document.activeElement.matches(arguments[0])",
				selector));
	}

	private void at(String selector) {
		eventually(() -> assertThat(isAt(selector)).as("the focus is at %s, not %s", selector,
				adas.driver().executeScript("return document.activeElement.outerHTML.slice(0, 200)")).isTrue());
	}

	private void tabTo(String selector) {
		step(selector, () -> press(Keys.TAB));
	}

	private void backTo(String selector) {
		step(selector, () -> hold(Keys.SHIFT, Keys.TAB));
	}

	private void step(String selector, Runnable tab) {
		for (int stops = 0; !isAt(selector); stops++) {
			assertThat(stops).as("stops before %s", selector).isLessThan(STOPS);
			tab.run();
		}
	}
}
