package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

@HarkTest
class SignUpTest {

	private final Person ada = People.someone();

	@LocalServerPort int port;

	private PlainBrowser browser;

	@BeforeEach
	void open() {
		browser = PlainBrowser.at(port);
	}

	@AfterEach
	void close() {
		browser.close();
	}

	@Test
	void whoeverIsSignedInIsLedToTheConversations() {
		Client device = Client.at(port).signUp(People.someone());

		assertThat(device.get("/sign-up").expectRedirect().location()).isEqualTo("/conversations");
	}

	@Test
	void makesAnAccountSignsInAndShowsTheConversations() {
		browser.signUp(ada);

		assertThat(browser.path()).isEqualTo("/conversations");
		assertThat(browser.status()).isEqualTo(200);
		assertThat(browser.text()).contains(ada.displayName());
		assertThat(browser.html().conversations()).isEmpty();
	}

	@Test
	void aNewSessionBeginsWithTheAccount() {
		Client device = Client.at(port);
		device.get("/sign-up").expect(200);
		var before = device.cookies().values().stream().toList();

		device.signUp(ada);

		assertThat(device.cookies()).isNotEmpty();
		assertThat(device.cookies().values()).doesNotContainAnyElementsOf(before);
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"ab", "-ada", "ada-", ".ada", "ada_", "ada lovelace", "ädä", "ada!", "ada@home", "аda", "../ada",
					"abcdefghijklmnopqrstuvwxyz0123456"})
	void aUsernameOutsideTheRuleIsRefusedAndEverythingTypedIsStillThere(String username) {
		browser.signUp(ada.withUsername(username));

		assertRefused(username, ada.displayName());
	}

	@ParameterizedTest
	@ValueSource(strings = {"x.y", "a-b_c.d", "0zero0", "abcdefghijklmnopqrstuvwxyz012345"})
	void aUsernameWithinTheRuleIsTaken(String username) {
		browser.signUp(ada.withUsername(username));

		assertThat(browser.path()).as("%s", browser.alerts()).isEqualTo("/conversations");
	}

	@Test
	void aUsernameIsTakenWithoutRegardToCase() {
		browser.signUp(ada.withUsername(ada.username().toUpperCase(java.util.Locale.ROOT)));
		assertThat(browser.path()).as("%s", browser.alerts()).isEqualTo("/conversations");

		assertThat(Client.at(port).trySignUp(ada).html().alerts()).isNotEmpty();
		assertThat(Client.at(port).signUp(People.someone()).get("/conversations/with/" + ada.username()).status())
				.isEqualTo(200);
	}

	@Test
	void aUsernameThatSomebodyHasIsRefused() {
		Client.at(port).signUp(ada);

		browser.signUp(ada.named("Somebody Else"));

		assertRefused(ada.username(), "Somebody Else");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "   ", "\u3000",
			"longer than sixty-four characters, which is more than a name should ever be"})
	void aDisplayNameThatIsBlankOrTooLongIsRefused(String name) {
		browser.signUp(ada.named(name));

		assertRefused(ada.username(), name);
	}

	@ParameterizedTest
	@ValueSource(strings = {"Q", "نور", "Ωμέγα", "王", "👩🏽‍🚀", "<b onclick=\"alert(1)\">Bobby</b>",
			"sixty-four characters are allowed, which is what this name has!!"})
	void aDisplayNameOfAnyScriptIsShownAsTyped(String name) {
		browser.signUp(ada.named(name));

		assertThat(browser.path()).as("%s", browser.alerts()).isEqualTo("/conversations");
		assertThat(browser.html().text()).contains(name);
		assertThat(browser.html().has("//b")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "short", "fourteen chars", "passwordpassword", "123456789012345"})
	void aPasswordThatIsShortOrCommonIsRefused(String password) {
		browser.signUp(ada.withPassword(password));

		assertRefused(ada.username(), ada.displayName());
	}

	@ParameterizedTest
	@ValueSource(strings = {"fifteen chars !", "ünïcödé, 王靜, 🎻🎻🎻", "               7"})
	void aPasswordOfFifteenCharactersOfAnyKindIsTaken(String password) {
		browser.signUp(ada.withPassword(password));

		assertThat(browser.path()).as("%s", browser.alerts()).isEqualTo("/conversations");
		Client.at(port).signIn(ada.withPassword(password));
	}

	@Test
	void everyCharacterOfALongPasswordCounts() {
		String password = "a stitch in time saves nine and ".repeat(5);
		browser.signUp(ada.withPassword(password + "!"));
		assertThat(browser.path()).as("%s", browser.alerts()).isEqualTo("/conversations");

		assertThat(Client.at(port).trySignIn(ada.username(), password + "?").status()).isBetween(400, 499);
		Client.at(port).signIn(ada.withPassword(password + "!"));
	}

	private void assertRefused(String username, String displayName) {
		assertThat(browser.status()).isBetween(400, 499);
		assertThat(browser.path()).isEqualTo("/sign-up");
		assertThat(browser.alerts()).isNotEmpty();
		assertThat(browser.value("username")).isEqualTo(username);
		assertThat(browser.value("displayName").strip()).isEqualTo(displayName.strip());
	}
}
