package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;

/** Where one reads, and what becomes of that place when things arrive above and below. */
@BrowserTest
class TimelineIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone();

	private final Browser adas = Browser.at(hark.url()).signUp(ada);

	private final Client beas = Client.at(hark.url()).signUp(People.someone());

	private long chat;

	@BeforeEach
	void theyHaveTalkedForLong() {
		chat = beas.write(ada, "message 1");
		IntStream.rangeClosed(2, 60).forEach(i -> beas.say(chat, "message " + i));
		adas.open(chat).reload().live();
		eventually(() -> assertThat(isInView(last())).as("what has been read opens at its end").isTrue());
	}

	@Test
	void whatIsNewIsWhereReadingBegins() {
		adas.open("/people").live();
		IntStream.rangeClosed(61, 90).forEach(i -> beas.say(chat, "message " + i));
		eventually(() -> assertThat(adas.conversations().getFirst().unread()).isEqualTo(30));

		adas.open(chat).live();

		assertThat(adas.page()
				.has("//*[@id='new-line'][@role='separator']/following-sibling::article[1][@data-order='61']"))
				.as("the line stands before the first that is new").isTrue();
		assertThat(isInView(article(61))).isTrue();
	}

	@Test
	void aLinkToAMessageOpensAtIt() {
		List<Html.Message> messages = beas.chat(chat).html().messages();
		for (int place : List.of(0, 20, messages.size() - 1)) {
			Html.Message message = messages.get(place);

			adas.open("/messages/" + message.id()).live();

			assertThat(isInView(article((int) message.seq()))).as("%s", message).isTrue();
		}
	}

	@Test
	void whoIsAtTheEndStaysThere() {
		for (int i = 61; i <= 65; i++) {
			beas.say(chat, "message " + i + "\nwith a second line");
		}

		eventually(() -> assertThat(last().getText()).contains("message 65"));
		eventually(() -> assertThat(isInView(last())).isTrue());
	}

	@Test
	void whoHasScrolledUpStaysThereAndIsToldHowManyAreNew() {
		By told = By.xpath("//button[contains(.,'2 new messages')]");
		scroll(-700);
		eventually(() -> assertThat(isInView(last())).isFalse());
		WebElement read = firstInView();
		int before = top(read);

		beas.say(chat, "message 61");
		beas.say(chat, "message 62");

		eventually(() -> assertThat(adas.driver().findElement(told).isDisplayed()).isTrue());
		assertThat(adas.texts()).endsWith("message 61", "message 62");
		assertThat(top(read)).isEqualTo(before);

		adas.driver().findElement(told).click();
		eventually(() -> assertThat(isInView(last())).isTrue());
	}

	@Test
	void olderMessagesComeWhenOneScrollsUpAndTheReadersPlaceIsKept() {
		IntStream.rangeClosed(61, 110).forEach(i -> beas.say(chat, "message " + i));
		adas.reload().live();
		assertThat(adas.messages()).hasSize(50);
		scroll(-100_000);
		eventually(() -> assertThat(adas.messages()).hasSizeGreaterThanOrEqualTo(100));
		assertThat(isInView(article(61)) || isInView(article(62))).as("what one was reading is still there").isTrue();

		scroll(-100_000);
		eventually(() -> assertThat(adas.messages()).extracting(Html.Message::seq)
				.isEqualTo(IntStream.rangeClosed(1, 110).mapToObj(Long::valueOf).toList()));
		assertThat(adas.page().older()).isEmpty();
		assertThat(adas.path()).isEqualTo("/conversations/" + chat);
	}

	@Test
	void whatArrivesInAChatInViewIsReadOnAllDevices() {
		Client phone = Client.at(hark.url()).signIn(ada);
		beas.say(chat, "message 61");

		eventually(() -> assertThat(adas.texts()).endsWith("message 61"));
		eventually(() -> assertThat(phone.list().html().conversations().getFirst().unread()).isZero());
	}

	private WebElement last() {
		return adas.driver().findElement(By.cssSelector("[role=log] > article:last-of-type"));
	}

	private WebElement article(int seq) {
		return adas.driver().findElement(By.cssSelector("[role=log] > article[data-order='" + seq + "']"));
	}

	private WebElement firstInView() {
		return adas.driver().findElements(By.cssSelector("[role=log] > article")).stream().filter(this::isInView)
				.findFirst().orElseThrow();
	}

	/** Turns the wheel over the messages. */
	private void scroll(int pixels) {
		WebElement middle = adas.driver().findElement(By.tagName("main"));
		new Actions(adas.driver()).scrollFromOrigin(ScrollOrigin.fromElement(middle), 0, pixels).perform();
	}

	private boolean isInView(WebElement article) {
		return Boolean.TRUE.equals(adas.driver().executeScript("""
				const box = arguments[0].getBoundingClientRect();
				const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
				return arguments[0] === seen || arguments[0].contains(seen);""", article));
	}

	private int top(WebElement article) {
		Object top = adas.driver().executeScript("return Math.round(arguments[0].getBoundingClientRect().top)",
				article);
		return ((Number) Objects.requireNonNull(top)).intValue();
	}
}
