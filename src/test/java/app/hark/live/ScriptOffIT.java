package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;

/** The whole job in a browser whose owner has switched JavaScript off. */
@BrowserTest
class ScriptOffIT {

	private final HarkServer hark = HarkServer.shared();

	@Test
	void everythingGoesByLinksFormsAndReloads() {
		Person ada = People.someone();
		Person bea = People.someone().named("Bea " + People.freshWord());
		Client beas = Client.at(hark.url()).signUp(bea);
		Browser adas = Browser.withoutScriptAt(hark.url()).signUp(ada);
		assertThat(adas.page().first("//noscript").orElseThrow().getTextContent()).as("says what is missing")
				.isNotBlank();

		adas.search(bea.displayName() + Keys.ENTER);
		adas.arrived("/people").follow(bea.displayName());
		adas.arrived("/conversations/with/" + bea.username());
		adas.type("Hello Bea");
		adas.press("Send");
		eventually(() -> assertThat(adas.texts()).containsExactly("Hello Bea"));
		long chat = adas.conversations().getFirst().id();
		assertThat(adas.path()).isEqualTo("/conversations/" + chat);

		beas.say(chat, "Hello Ada");
		adas.reload();
		assertThat(adas.texts()).containsExactly("Hello Bea", "Hello Ada");

		beas.say(chat, "One more");
		adas.open("/people");
		assertThat(adas.conversations().getFirst().text()).contains("1 unread");
		assertThat(adas.title()).startsWith("(1) ");
		adas.follow(bea.displayName());
		adas.arrived("/conversations/" + chat);
		assertThat(adas.conversations().getFirst().unread()).isZero();

		for (int i = 4; i <= 60; i++) {
			beas.say(chat, "message " + i);
		}
		adas.reload();
		assertThat(adas.texts()).hasSize(50);
		adas.follow("Older");
		eventually(() -> assertThat(adas.messages()).extracting(Html.Message::seq).startsWith(1L).endsWith(10L));

		adas.signOut();
		assertThat(adas.open("/conversations").path()).isEqualTo("/sign-in");
	}
}
