package app.hark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** Every page at the width of a desk and of a phone, by day and by night. Leaves a picture of each. */
@BrowserTest
class AccessibilityIT {

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

	private void assertAccessible(List<String> pages) {
		for (String page : pages) {
			browser.open(page);
			assertThat(browser.page().has("//main")).as("%s has its content", page).isTrue();
			for (int width : List.of(1280, 375)) {
				for (String scheme : List.of("light", "dark")) {
					browser.screen().size(width, 800).scheme(scheme).shot("axe" + page + "-" + width + "-" + scheme);
					assertThat(new AxeBuilder().analyze(browser.driver()).getViolations())
							.extracting(AccessibilityIT::told)
							.as("%s at %d pixels, %s", page, width, scheme).isEmpty();
				}
			}
		}
	}

	private static String told(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " "
				+ rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
	}
}
