package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.w3c.dom.Element;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Proxy;
import app.hark.drive.StreamReader;

/** A script that a page loads when it needs it does not come; what it is for happens all the same. */
@BrowserTest
class LoadedLaterIT {

	private final HarkServer hark = HarkServer.shared();

	private final Proxy proxy = Proxy.before(hark);

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Browser adas = Browser.at(proxy.url()).expectingFailedRequests().signUp(ada);

	private final Client beas = Client.at(hark.url()).signUp(bea);

	@AfterEach
	void close() {
		proxy.close();
	}

	@Test
	void whatSomebodyIsCalledNow() {
		adas.open(beas.write(ada, "hello")).live();
		doesNotCome("names", 1);

		Client.at(hark.url()).signIn(ada).submit("/account/name", Map.of("displayName", "Ada of the North"))
				.expectRedirect();

		eventually(() -> assertThat(adas.page().first("//a[@href='/account']").map(Element::getTextContent)).get()
				.asString().contains("Ada of the North"));
		assertThat(proxy.given503()).as("it is in the first script").isZero();
	}

	@Test
	void whoIsHere() {
		adas.open(beas.write(ada, "hello")).live();
		doesNotCome("here", 1);

		try (StreamReader _ = beas.stream()) {
			eventually(() -> assertThat(adas.page().has("//main/header[@data-here]//*[.='here now']")).isTrue());
		}
		assertThat(proxy.given503()).isOne();
	}

	@Test
	void whatAGroupIsCalledNow() {
		String group = "/conversations/" + beas.submit("/groups", Map.of("name", "Climbing")).expectRedirect()
				.conversation();
		beas.submit(group + "/people", Map.of("username", ada.username())).expectRedirect();
		doesNotCome("group", 2);
		adas.open(group).live();

		beas.submit(group + "/name", Map.of("name", "Zugspitze 2027")).expectRedirect();

		eventually(() -> assertThat(adas.page().first("//main//h1").map(Element::getTextContent))
				.contains("Zugspitze 2027"));
		assertThat(proxy.given503()).isEqualTo(2);
	}

	@Test
	void aReactionThatOneAgreesWith() {
		beaReacts(1);
		eventually(() -> assertThat(adas.page().has("//head/link[contains(@href, '/reactions.css')]"))
				.as("what the script adds").isTrue());

		adas.driver().findElement(By.cssSelector(".chip")).click();

		eventually(
				() -> assertThat(adas.page().first("//*[@class='chip']/b").map(Element::getTextContent)).contains("2"));
		assertThat(proxy.given503()).isOne();
	}

	@Test
	void aReactionThatOneAgreesWithWhileTheScriptDoesNotCome() {
		long message = beaReacts(Integer.MAX_VALUE);

		adas.driver().findElement(By.cssSelector(".chip")).click();

		adas.arrived("/messages/" + message);
	}

	/** To a message of hers, in the chat that is open. */
	private long beaReacts(int times) {
		long chat = beas.write(ada, "hello");
		long message = beas.chat(chat).html().messages().getLast().id();
		adas.open(chat).live();
		doesNotCome("tools", times);
		beas.submit("/messages/" + message + "/reactions", Map.of("emoji", "👍")).expectRedirect();
		eventually(() -> assertThat(adas.page().has("//*[@class='chip']")).isTrue());
		return message;
	}

	private void doesNotCome(String script, int times) {
		String all = adas.page().attribute("//script[@type='module']", "src").orElseThrow();
		proxy.answer503(all.replace("hark.js", script + ".js"), times);
	}
}
