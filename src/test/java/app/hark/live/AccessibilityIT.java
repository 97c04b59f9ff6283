package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;

/** Every page at the width of a desk and of a phone, by day and by night. Leaves a picture of each. */
@BrowserTest
class AccessibilityIT {

	/** The rules of axe, among those that it has on by itself, that look at colours. */
	private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

	private final HarkServer hark = HarkServer.shared();

	private final Browser browser = Browser.at(hark.url());

	@Test
	void nothingKeepsAnybodyFromSigningUpOrIn() {
		assertAccessible(List.of("/sign-up", "/sign-in"));
	}

	@Test
	void nothingKeepsAnybodyFromReadingAndWriting() {
		Person ada = People.someone();
		browser.signUp(ada);
		Client bea = Client.at(hark.url()).signUp(People.someone());
		Client cy = Client.at(hark.url()).signUp(People.someone());
		long chat = bea.write(ada, "Are you coming on Thursday?\nBring the maps: https://example.org/maps");
		cy.write(ada, "The forecast is dry until Saturday noon, then showers, and nobody knows what comes after that.");
		browser.open(chat).live().say("Yes, I am.");
		bea.say(chat, "Great.");

		assertAccessible(List.of("/conversations", "/conversations/" + chat, "/people", "/people?q=a", "/account"));
	}

	@Test
	void nothingKeepsAnybodyFromWhatIsDoneWithMessages() {
		Person ada = People.someone().named("Ada Katherine Lovelace-Wetherby of the Analytical Engine");
		Person bashir = People.someone().named("بشير عبد الرحمن الحداد");
		Client bashirs = Client.at(hark.url()).signUp(bashir);
		browser.signUp(ada);
		Client adas = Client.at(hark.url()).signIn(ada);
		long chat = bashirs.write(ada, "هل ستأتي يوم الخميس؟ أحضر الخرائط معك من فضلك، ولا تنس الخيمة والموقد.");
		adas.say(chat, "Ok");
		adas.say(chat, "I said something that I should not have said");
		adas.say(chat, "The forecast is dry until Saturday noon, then showers: https://example.org/forecast/thursday");
		bashirs.say(chat, "نعم");
		var ids = adas.chat(chat).html().messages().stream().map(Html.Message::id).toList();
		for (Client client : List.of(adas, bashirs)) {
			for (String emoji : List.of("👍", "👩🏿‍🚀", "❤️")) {
				client.submit("/messages/" + ids.get(0) + "/reactions", Map.of("emoji", emoji)).expectRedirect();
			}
			client.submit("/conversations/" + chat + "/messages", Map.of("body", "طبعًا! Of course", "replyTo",
					"" + ids.get(client == adas ? 0 : 3), "clientToken", Client.freshToken())).expectRedirect();
		}
		for (String emoji : List.of("🎉", "😂", "😮", "😢", "🙏", "🏳️‍🌈", "🇩🇪", "1️⃣", "🫶🏽", "🔥")) {
			bashirs.submit("/messages/" + ids.get(1) + "/reactions", Map.of("emoji", emoji)).expectRedirect();
		}
		adas.submit("/messages/" + ids.get(2) + "/delete", Map.of()).expectRedirect();
		adas.submit("/messages/" + ids.get(3) + "/edit", Map.of("body", "The forecast is dry until Saturday noon"))
				.expectRedirect();

		assertAccessible(List.of("/conversations/" + chat, "/messages/" + ids.get(0), "/messages/" + ids.get(1),
				"/messages/" + ids.get(2), "/messages/" + ids.get(3) + "/edit",
				"/conversations/" + chat + "?replyTo=" + ids.get(0), "/keys"));
		browser.open("/conversations").live();
		new Actions(browser.driver()).sendKeys("?").perform();
		eventually(() -> assertThat(browser.page().has("//dialog[@open]")).isTrue());
		assertShownIsAccessible("/keys-as-dialog");
	}

	@Test
	void nothingKeepsAnybodyFromGroupsAndSearch() {
		Person ada = People.someone();
		Person bashir = People.someone().named("بشير عبد الرحمن الحداد");
		Client.at(hark.url()).signUp(bashir);
		Person wolfe = People.someone().named("Hubert Blaine Wolfeschlegelsteinhausenbergerdorff");
		Client.at(hark.url()).signUp(wolfe);
		browser.signUp(ada);
		Client adas = Client.at(hark.url()).signIn(ada);
		long group = adas.submit("/groups", Map.of("name", "Donaudampfschifffahrtsgesellschaft, choir and climbing"))
				.expectRedirect().conversation();
		String people = "/conversations/" + group + "/people";
		for (Person one : List.of(bashir, wolfe)) {
			adas.submit(people, Map.of("username", one.username())).expectRedirect();
		}
		adas.say(group, "Who brings the songbooks on Thursday?");
		eventually(() -> assertThat(adas.get("/search?q=songbooks").html().has("//mark")).isTrue());

		assertAccessible(List.of("/groups/new", "/conversations/" + group, people, people + "?find=a", "/search",
				"/search?q=songbooks", "/search?q=nowhere.to.be.found"));
		browser.expectingFailedRequests();
		assertAccessible(List.of("/search?q=from:"));
	}

	private void assertAccessible(List<String> pages) {
		for (String page : pages) {
			browser.open(page);
			assertThat(browser.page().has("//main")).as("%s has its content", page).isTrue();
			assertShownIsAccessible(page);
		}
	}

	private void assertShownIsAccessible(String page) {
		for (int width : List.of(1280, 375)) {
			for (String scheme : List.of("light", "dark")) {
				browser.screen().size(width, 800).scheme(scheme).shot("axe" + page + "-" + width + "-" + scheme);
				assertThat(axe(scheme).analyze(browser.driver()).getViolations()).extracting(AccessibilityIT::told)
						.as("%s at %d pixels, %s", page, width, scheme).isEmpty();
			}
		}
		browser.screen().size(375, 800).forcedColours().shot("axe" + page + "-forced");
		// A screen of 1280 by 1024 pixels at 400 %.
		browser.screen().size(320, 256).scheme("light").shot("axe" + page + "-320");
		assertThat(browser.screen().scrolledSideways()).as("what is wider than 320 pixels on %s", page).isEmpty();
	}

	/** The dark style sheets set the values of colours and nothing else, so only what looks at colours can find more there. */
	private static AxeBuilder axe(String scheme) {
		return scheme.equals("light") ? new AxeBuilder() : new AxeBuilder().withRules(COLOURS);
	}

	private static String told(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " "
				+ rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
	}
}
