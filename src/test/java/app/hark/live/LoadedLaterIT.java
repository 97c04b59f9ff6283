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

/** A script that a page loads when it needs it does not come the first time; what it is for happens all the same. */
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
		doesNotComeAtFirst("names");

		Client.at(hark.url()).signIn(ada).submit("/account/name", Map.of("displayName", "Ada of the North"))
				.expectRedirect();

		eventually(() -> assertThat(adas.page().first("//a[@href='/account']").map(Element::getTextContent)).get()
				.asString().contains("Ada of the North"));
		assertThat(proxy.given503()).as("it is in the first script").isZero();
	}

	@Test
	void whoIsHere() {
		adas.open(beas.write(ada, "hello")).live();
		doesNotComeAtFirst("here");

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
		doesNotComeAtFirst("group");
		adas.open(group).live();

		beas.submit(group + "/name", Map.of("name", "Zugspitze 2027")).expectRedirect();

		eventually(() -> assertThat(adas.page().first("//main//h1").map(Element::getTextContent))
				.contains("Zugspitze 2027"));
		assertThat(proxy.given503()).isOne();
	}

	@Test
	void aReactionThatOneAgreesWith() {
		long message = Client.at(hark.url()).signIn(bea).chat(beas.write(ada, "hello")).html().messages().getLast()
				.id();
		adas.open(beas.list().html().conversations().getFirst().id()).live();
		doesNotComeAtFirst("tools");

		beas.submit("/messages/" + message + "/reactions", Map.of("emoji", "👍")).expectRedirect();
		eventually(() -> assertThat(adas.page().has("//*[@class='chip']")).isTrue());
		eventually(() -> assertThat(proxy.given503()).isOne());
		adas.driver().findElement(By.cssSelector(".chip")).click();

		eventually(
				() -> assertThat(adas.page().first("//*[@class='chip']/b").map(Element::getTextContent)).contains("2"));
	}

	private void doesNotComeAtFirst(String script) {
		String all = adas.page().attribute("//script[@type='module']", "src").orElseThrow();
		proxy.answer503(all.replace("hark.js", script + ".js"), 1);
	}
}
