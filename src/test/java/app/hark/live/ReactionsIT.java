package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.w3c.dom.Element;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** Reactions in two browsers at once. */
@BrowserTest
class ReactionsIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Browser adas = Browser.at(hark.url()).signUp(ada);

	private final Browser beas = Browser.at(hark.url()).signUp(bea);

	private final Client phone = Client.at(hark.url()).signIn(ada);

	private long message;

	@BeforeEach
	void bothLook() {
		long chat = phone.write(bea, "one");
		message = phone.chat(chat).html().messages().getFirst().id();
		adas.open(chat).reload().live();
		beas.open(chat).reload().live();
	}

	@Test
	void aReactionIsThereOnBothSidesAndAChipAnswersIt() {
		tools(beas);
		beas.driver().findElement(By.cssSelector(".near button")).click();

		eventually(() -> assertThat(chips(adas)).containsExactly("👍 1 " + bea.displayName()));
		eventually(() -> assertThat(beas.page().has("//*[@id='tools']")).isFalse());

		chip(adas).click();
		eventually(
				() -> assertThat(chips(beas)).containsExactly("👍 2 " + bea.displayName() + ", " + ada.displayName()));
		eventually(() -> assertThat(chips(adas)).isEqualTo(chips(beas)));
		assertThat(isMine(adas)).isTrue();

		chip(adas).sendKeys(Keys.ENTER);
		eventually(() -> assertThat(chips(adas)).containsExactly("👍 1 " + bea.displayName()));
		eventually(() -> assertThat(active(adas)).as("the focus stays").isEqualTo(chip(adas)));
		assertThat(isMine(adas)).isFalse();
		assertThat(isMine(beas)).isTrue();

		chip(beas).sendKeys(Keys.ENTER);
		eventually(() -> assertThat(chips(adas)).isEmpty());
		eventually(
				() -> assertThat(active(beas).getDomAttribute("class")).as("what is left to act on").isEqualTo("at"));
	}

	@Test
	void whatIsNoEmojiStaysInItsFieldWithTheReason() {
		beas.expectingFailedRequests();
		tools(beas);
		WebElement field = beas.driver().findElement(By.cssSelector("input[name=emoji]"));
		field.sendKeys("me too", Keys.ENTER);

		eventually(() -> assertThat(beas.page().alerts()).singleElement().asString().contains("not one emoji"));
		assertThat(field.getDomProperty("value")).isEqualTo("me too");
		assertThat(active(beas)).isEqualTo(field);
	}

	@Test
	void aReactionOfAnotherDoesNotTakeAwayWhatIsBeingEdited() {
		adas.type(Keys.ARROW_UP);
		eventually(() -> assertThat(active(adas).getDomProperty("value")).isEqualTo("one"));
		active(adas).sendKeys(" and a half");

		Client.at(hark.url()).signIn(bea).submit("/messages/" + message + "/reactions", Map.of("emoji", "🎉"))
				.expectRedirect();

		eventually(() -> assertThat(chips(adas)).hasSize(1));
		active(adas).sendKeys("!", Keys.ENTER);
		eventually(() -> assertThat(beas.texts()).containsExactly("one and a half!"));
		eventually(() -> assertThat(active(adas)).isEqualTo(adas.composer()));
	}

	@Test
	void openToolsSayWhoReactsMeanwhile() {
		tools(adas);
		WebElement reply = adas.driver().findElement(By.cssSelector("#tools [data-reply]"));
		adas.driver().executeScript("arguments[0].focus()", reply);

		Client.at(hark.url()).signIn(bea).submit("/messages/" + message + "/reactions", Map.of("emoji", "🎉"))
				.expectRedirect();

		eventually(() -> assertThat(
				adas.page().first("//*[@id='tools']/ul[@class='reacted']").map(Element::getTextContent))
				.get().asString().contains("🎉", bea.displayName()));
		assertThat(active(adas).getAccessibleName()).as("the focus stays").isEqualTo("Reply");
	}

	@Test
	void whoIsCalledSomethingElseIsCalledSoInReactionsToo() {
		Client.at(hark.url()).signIn(bea).submit("/messages/" + message + "/reactions", Map.of("emoji", "🎉"))
				.expectRedirect();
		eventually(() -> assertThat(chips(adas)).hasSize(1));

		Client.at(hark.url()).signIn(bea).submit("/account/name", Map.of("displayName", "Bea of the North"))
				.expectRedirect();

		eventually(() -> assertThat(chips(adas)).containsExactly("🎉 1 Bea of the North"));
	}

	private void tools(Browser browser) {
		browser.driver().findElement(By.cssSelector("article .at")).click();
		eventually(() -> assertThat(browser.page().has("//article/*[@id='tools']")).isTrue());
	}

	private static WebElement chip(Browser browser) {
		return browser.driver().findElement(By.cssSelector(".chip"));
	}

	private static WebElement active(Browser browser) {
		return browser.driver().switchTo().activeElement();
	}

	/** Whether the chip is drawn as the viewer's own. */
	private static boolean isMine(Browser browser) {
		return Boolean.TRUE.equals(browser.driver().executeScript(
				"return getComputedStyle(document.querySelector('.chip')).getPropertyValue('--on') !== ''"));
	}

	private static List<String> chips(Browser browser) {
		return browser.page().elements("//article//button[@class='chip']").stream().map(Element::getTextContent)
				.map(text -> text.replaceAll("\\s+", " ").strip()).toList();
	}
}
