package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Proxy;

@BrowserTest
class ComposerIT {

	private final HarkServer hark = HarkServer.shared();

	private final Proxy proxy = Proxy.before(hark);

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Browser adas = Browser.at(proxy.url()).signUp(ada);

	private final Client beas = Client.at(hark.url()).signUp(bea);

	private long chat;

	@BeforeEach
	void theyHaveAConversation() {
		chat = beas.write(ada, "start");
		adas.open(chat).live();
	}

	@AfterEach
	void close() {
		proxy.close();
	}

	@Test
	void enterSendsAndShiftEnterBreaksTheLine() {
		adas.type("one", Keys.chord(Keys.SHIFT, Keys.ENTER), "two");
		assertThat(adas.draft()).isEqualTo("one\ntwo");
		adas.type(Keys.ENTER);

		assertShown("start", "one\ntwo");
		eventually(() -> assertThat(adas.draft()).isEmpty());
		adas.driver().switchTo().activeElement().sendKeys("goes on", Keys.ENTER);
		assertShown("start", "one\ntwo", "goes on");
	}

	@Test
	void enterThatEndsACompositionDoesNotSend() {
		adas.type("にほん");
		adas.driver().executeScript("""
				document.querySelector('textarea[name=body]').dispatchEvent(new KeyboardEvent('keydown',
					{key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true}))""");
		adas.say("ご");

		assertShown("start", "にほんご");
	}

	@Test
	void theButtonSendsOnceHoweverOftenItIsPressed() {
		adas.type("once");
		new Actions(adas.driver())
				.doubleClick(adas.driver().findElement(By.xpath("//button[normalize-space()='Send']")))
				.perform();
		eventually(() -> assertThat(adas.draft()).isEmpty());
		beas.say(chat, "afterwards");

		assertShown("start", "once", "afterwards");
	}

	@Test
	void aDraftIsKeptForEachConversationAndThroughAReload() {
		adas.type("for Bea,", Keys.chord(Keys.SHIFT, Keys.ENTER), " later");
		Person cy = People.someone();
		Client.at(hark.url()).signUp(cy);
		adas.writeTo(cy);
		assertThat(adas.draft()).isEmpty();
		adas.type("for Cy");

		adas.open(chat).reload();
		assertThat(adas.draft()).isEqualTo("for Bea,\n later");
		adas.writeTo(cy);
		assertThat(adas.draft()).isEqualTo("for Cy");
	}

	@Test
	void aDraftIsGoneOnceItIsSentAndAfterSigningOut() {
		adas.say("sent");
		assertShown("start", "sent");
		adas.reload();
		assertThat(adas.draft()).isEmpty();

		adas.type("private");
		adas.signOut();
		assertThat(
				adas.driver().executeScript("return JSON.stringify({...localStorage, ...sessionStorage})").toString())
				.doesNotContain("private");
		adas.signIn(ada).open(chat);
		assertThat(adas.draft()).isEmpty();
	}

	@Test
	void aSendWhoseAnswerIsLostIsTriedAgainAndSentOnce() {
		adas.expectingFailedRequests();
		proxy.loseAnswersTo("/messages");
		adas.say("once");
		eventually(() -> assertThat(adas.page().alerts()).isNotEmpty());
		assertThat(adas.draft()).isEqualTo("once");
		eventually(() -> assertThat(beas.chat(chat).html().messages()).as("it had arrived").hasSize(2));

		proxy.heal();
		adas.press("Try again");

		eventually(() -> assertThat(adas.draft()).isEmpty());
		assertThat(adas.page().alerts()).isEmpty();
		assertShown("start", "once");
	}

	@Test
	void aSendOnADeadLinkKeepsTheTextAndIsTriedAgain() {
		adas.expectingFailedRequests();
		proxy.goDown();
		adas.say("half an hour of typing");
		eventually(() -> assertThat(adas.page().alerts()).isNotEmpty());
		assertThat(adas.draft()).isEqualTo("half an hour of typing");
		assertThat(beas.chat(chat).html().messages()).hasSize(1);

		proxy.heal();
		adas.live().press("Try again");

		assertShown("start", "half an hour of typing");
	}

	@Test
	void aRefusalIsToldInWordsAndTheTextStays() {
		adas.expectingFailedRequests();
		adas.driver().executeScript("document.querySelector('textarea[name=body]').value = 'a bell \\u0007 rings'");
		adas.press("Send");

		eventually(() -> assertThat(adas.page().alerts()).isNotEmpty());
		assertThat(adas.draft()).isEqualTo("a bell \u0007 rings");

		adas.composer().clear();
		adas.say("no bell");
		assertShown("start", "no bell");
		eventually(() -> assertThat(adas.page().alerts()).isEmpty());
	}

	@Test
	void aSessionThatHasExpiredInMidTypingKeepsTheText() {
		adas.expectingFailedRequests();
		adas.type("half an hour of typing");
		adas.loseSession();
		adas.type(Keys.ENTER);
		eventually(() -> assertThat(adas.page().alerts()).isNotEmpty());
		assertThat(adas.draft()).isEqualTo("half an hour of typing");

		adas.driver().findElement(By.cssSelector("[role=alert] a[href*='/sign-in']")).click();
		eventually(() -> assertThat(adas.page().has("//input[@name='password']")).isTrue());
		adas.signInHere(ada);
		eventually(() -> assertThat(adas.path()).doesNotContain("sign-in"));
		adas.open(chat);
		assertThat(adas.draft()).isEqualTo("half an hour of typing");
		adas.live().type(Keys.ENTER);
		assertShown("start", "half an hour of typing");
	}

	@Test
	void theFirstSendTurnsTheEmptyChatIntoTheConversation() {
		Person cy = People.someone();
		Client cys = Client.at(hark.url()).signUp(cy);
		adas.writeTo(cy).live().say("one");
		assertShown("one");
		eventually(() -> assertThat(adas.path()).matches("/conversations/\\d+"));
		adas.say("two");
		assertShown("one", "two");

		cys.write(ada, "three");

		assertShown("one", "two", "three");
		assertThat(adas.conversations()).extracting(Html.Conversation::with).containsExactly(cy.username(),
				bea.username());
		adas.reload();
		assertShown("one", "two", "three");
	}

	private void assertShown(String... texts) {
		eventually(() -> assertThat(adas.texts()).containsExactly(texts));
	}
}
