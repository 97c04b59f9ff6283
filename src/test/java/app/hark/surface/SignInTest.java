package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

@HarkTest
class SignInTest {

	private final Person ada = People.someone();

	@LocalServerPort int port;

	private PlainBrowser browser;

	@BeforeEach
	void adaHasAnAccount() {
		Client.at(port).signUp(ada);
		browser = PlainBrowser.at(port);
	}

	@AfterEach
	void close() {
		browser.close();
	}

	@Test
	void theFrontDoorLeadsToSignInAndThenToTheConversations() {
		assertThat(browser.path()).isEqualTo("/sign-in");

		browser.signIn(ada);
		assertThat(browser.path()).isEqualTo("/conversations");

		browser.open("/");
		assertThat(browser.path()).isEqualTo("/conversations");
	}

	@Test
	void theNameCountsWithoutRegardToCase() {
		browser.signIn(ada.withUsername(ada.username().toUpperCase(Locale.ROOT)));

		assertThat(browser.path()).isEqualTo("/conversations");
	}

	@Test
	void aWrongPasswordIsRefusedInWordsAndTheNameIsStillThere() {
		browser.signIn(ada.withPassword("not the tin kettle of anybody"));

		assertThat(browser.status()).isBetween(400, 499);
		assertThat(browser.path()).isEqualTo("/sign-in");
		assertThat(browser.alerts()).isNotEmpty();
		assertThat(browser.value("username")).isEqualTo(ada.username());
	}

	@Test
	void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
		Page wrongPassword = Client.at(port).trySignIn(ada.username(), "not the tin kettle of anybody");
		Page wrongName = Client.at(port).trySignIn("nobody.of.this.name", "not the tin kettle of anybody");

		assertThat(wrongPassword.status()).isBetween(400, 499).isEqualTo(wrongName.status());
		assertThat(wrongPassword.html().alerts()).isNotEmpty();
		assertThat(wrongPassword.html().text()).isEqualTo(wrongName.html().text());
	}

	@ParameterizedTest
	@ValueSource(strings = {"/conversations", "/people", "/people?q=a", "/conversations/1", "/account",
			"/conversations/with/somebody"})
	void pagesOfTheSignedInLeadStrangersToSignIn(String path) {
		browser.open(path);

		assertThat(browser.path()).isEqualTo("/sign-in");
	}

	@Test
	void aNewSessionBeginsAtSignIn() {
		Client device = Client.at(port);
		device.get("/sign-in").expect(200);
		var before = device.cookies().values().stream().toList();

		device.signIn(ada);

		assertThat(device.cookies()).isNotEmpty();
		assertThat(device.cookies().values()).doesNotContainAnyElementsOf(before);
	}

	@Test
	void cookiesAreOutOfReachOfScriptsAndOtherSites() {
		Client device = Client.at(port);
		device.get("/sign-in");
		Page answer = device.submit("/sign-in",
				Map.of("username", ada.username(), "password", ada.password(), "rememberMe", "on"));

		assertThat(answer.headers().allValues("Set-Cookie")).hasSizeGreaterThanOrEqualTo(2)
				.allSatisfy(
						cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite"));
	}

	@Test
	void whoAsksToBeRememberedStaysSignedInWhenTheSessionIsGone() {
		Client device = Client.at(port);
		device.get("/sign-in");
		var session = device.cookies().keySet().stream().toList();
		device.submit("/sign-in", Map.of("username", ada.username(), "password", ada.password(), "rememberMe", "on"))
				.expectRedirect();
		assertThat(device.cookies().keySet()).as("a second cookie").hasSizeGreaterThan(session.size());
		var remembered = Map.copyOf(device.cookies());

		session.forEach(device.cookies()::remove);
		device.list();

		assertThat(device.cookies().values()).as("the token is a new one")
				.doesNotContainAnyElementsOf(remembered.values());
	}

	@Test
	void whoDoesNotAskIsForgottenWithTheSession() {
		Client device = Client.at(port).signIn(ada);
		assertThat(device.cookies()).hasSize(1);
	}

	@Test
	void signingOutEndsTheSessionForGood() {
		Client device = Client.at(port).signIn(ada);
		var session = Map.copyOf(device.cookies());
		browser.signIn(ada).press("Sign out");
		assertThat(browser.path()).isEqualTo("/sign-in");
		assertThat(browser.open("/conversations").path()).isEqualTo("/sign-in");

		device.list();
		device.signOut();
		device.cookies().putAll(session);

		assertThat(device.get("/conversations").location()).startsWith("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/conversations", "/people", "/people?q=x", "/account"})
	void everySignedInPageHasTheButton(String path) {
		browser.signIn(ada).open(path);
		assertThat(browser.status()).isEqualTo(200);

		browser.press("Sign out");

		assertThat(browser.path()).isEqualTo("/sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example",
			"\\\\elsewhere.example",
			"/conversations@elsewhere.example", "/conversations/..//elsewhere.example", "javascript:alert(1)",
			"/conversations\r\nLocation: https://elsewhere.example", "/sign-out"})
	void aLinkThatSomebodySendsLeadsNowhereElseAfterSigningIn(String link) {
		Client device = Client.at(port);
		device.get("/sign-in?continue=" + java.net.URLEncoder.encode(link, java.nio.charset.StandardCharsets.UTF_8));

		Page answer = device.submit("/sign-in",
				Map.of("username", ada.username(), "password", ada.password(), "continue", link)).expectRedirect();

		assertThat(answer.header("Location")).contains("/conversations");
		assertThat(answer.headers().map().toString()).doesNotContain("elsewhere");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/sign-out", "/account/name?displayName=Mallory", "/account/sessions/end-others",
			"/account/password?newPassword=quite+another+long+sentence"})
	void followingALinkChangesNothing(String path) {
		Client device = Client.at(port).signIn(ada);
		Client elsewhere = Client.at(port).signIn(ada);

		device.get(path);

		assertThat(device.get("/account").expect(200).html().value("displayName")).isEqualTo(ada.displayName());
		elsewhere.get("/conversations").expect(200);
	}

	@Test
	void aNameAndPasswordInAnAddressSignNobodyIn() {
		Client device = Client.at(port);

		Page page = device.get("/sign-in?username=" + ada.username() + "&password=" + ada.password().replace(' ', '+'));

		assertThat(page.body()).doesNotContain(ada.password());
		assertThat(device.get("/conversations").status()).isNotEqualTo(200);
	}

	@Test
	void aFormWhoseTokenIsOutOfDateKeepsTheNameAndWorksOnTheSecondTry() {
		browser.open("/sign-in").outdateTokens();
		browser.signInHere(ada);

		assertThat(browser.status()).isBetween(400, 499);
		assertThat(browser.alerts()).isNotEmpty();
		assertThat(browser.value("username")).isEqualTo(ada.username());

		assertThat(browser.signInHere(ada).path()).isEqualTo("/conversations");
	}
}
