package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** What can be done with a message, in a browser, by hand and by keyboard; the other side is watched beside it. */
@BrowserTest
class ChangedMessagesIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Browser adas = Browser.at(hark.url()).signUp(ada);

	private final Browser beas = Browser.at(hark.url()).signUp(bea);

	private long chat;

	@BeforeEach
	void bothLook() {
		chat = Client.at(hark.url()).signIn(ada).write(bea, "one");
		Client.at(hark.url()).signIn(ada).say(chat, "two");
		adas.open(chat).reload().live();
		beas.open(chat).reload().live();
	}

	@Test
	void arrowUpEditsTheLastMessageAndEscapeLeavesIt() {
		adas.type(Keys.ARROW_UP);
		eventually(() -> assertThat(active(adas)).isEqualTo("two"));
		adas.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
		eventually(() -> assertThat(adas.page().has("//*[@id='tools']")).isFalse());
		assertThat(adas.driver().switchTo().activeElement()).as("the focus is back").isEqualTo(adas.composer());

		adas.type(Keys.ARROW_UP);
		eventually(() -> assertThat(active(adas)).isEqualTo("two"));
		adas.driver().switchTo().activeElement().sendKeys(" and a half", Keys.ENTER);

		eventually(() -> assertThat(beas.texts()).containsExactly("one", "two and a half"));
		eventually(() -> assertThat(adas.texts()).containsExactly("one", "two and a half"));
		assertThat(adas.page().has("//*[@id='tools']")).isFalse();
		assertThat(adas.driver().switchTo().activeElement()).isEqualTo(adas.composer());
		assertThat(beas.conversations().getFirst().text()).contains("two and a half");
	}

	@Test
	void whatIsDeletedGoesOnBothSides() {
		tools(adas, 2);
		adas.driver().findElement(By.xpath("//summary[.='Delete']")).click();
		adas.press("Delete for everybody");

		eventually(() -> assertThat(beas.texts()).containsExactly("one", "Deleted message"));
		assertThat(adas.texts()).containsExactly("one", "Deleted message");
	}

	@Test
	void anAnswerIsWrittenWithoutLeavingThePage() {
		beas.type("half written");
		tools(beas, 1);
		beas.follow("Reply");
		eventually(() -> assertThat(beas.page().first("//*[@id='reply-to']").orElseThrow().getTextContent())
				.contains("one"));
		eventually(() -> assertThat(beas.driver().switchTo().activeElement()).isEqualTo(beas.composer()));
		beas.type(Keys.ENTER);

		eventually(() -> assertThat(adas.texts()).containsExactly("one", "two", "half written"));
		assertThat(adas.page().first("//article[3]//a[@class='quote']").orElseThrow().getTextContent()).contains("one");
		eventually(() -> assertThat(beas.page().first("//*[@id='reply-to']").orElseThrow().getTextContent()).isEmpty());
	}

	private static void tools(Browser browser, int message) {
		browser.driver().findElement(By.cssSelector("article[data-order='" + message + "'] .at")).click();
		eventually(() -> assertThat(browser.page().has("//article[@data-order='" + message + "']/*[@id='tools']"))
				.isTrue());
	}

	private static String active(Browser browser) {
		return browser.driver().switchTo().activeElement().getDomProperty("value");
	}
}
