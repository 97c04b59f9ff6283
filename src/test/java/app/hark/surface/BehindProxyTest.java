package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import app.hark.drive.Client;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.TemporaryData;

/** What changes behind a proxy with TLS that is trusted: cookies, headers, and whose address counts. With rate limits. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "server.forward-headers-strategy=native")
@ContextConfiguration(initializers = TemporaryData.class)
class BehindProxyTest {

	private static final String[] TLS = from("192.0.2.1");

	private final Person ada = People.someone();

	@LocalServerPort int port;

	@Test
	void cookiesAreSecureAndOfThisHostAlone() {
		Client device = Client.at(port);
		Page answer = signUp(device, TLS);

		assertThat(cookies(answer)).isNotEmpty().allSatisfy(BehindProxyTest::assertOfThisHost);
		device.get("/conversations", TLS).expect(200);
		Client remembered = Client.at(port);
		Page remembering = signIn(remembered, Map.of("rememberMe", "true"), TLS).expectRedirect();
		assertThat(remembered.cookies()).containsOnlyKeys("__Host-hark", "__Host-hark-stay");
		assertThat(cookies(remembering)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(BehindProxyTest::assertOfThisHost);

		remembered.cookies().remove("__Host-hark");
		remembered.get("/conversations", TLS).expect(200);
		assertThat(remembered.get("/nothing/here", TLS).expect(404).body()).as("the page of an error knows her as well")
				.contains("Sign out");
	}

	@Test
	void aCookieThatANeighbourCouldHaveSetIsNotBelieved() {
		Client device = Client.at(port);
		signUp(device, TLS);
		device.get("/conversations", TLS).expect(200);

		device.cookies().put("hark", device.cookies().remove("__Host-hark"));

		assertThat(device.get("/conversations", TLS).location()).startsWith("/sign-in");
		assertThat(device.get("/stream", TLS).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/sign-in", "/conversations", "/nothing/here", "/favicon.svg", "/css/hark.css", "/stream",
			"/actuator/health"})
	void everyAnswerOverTlsAsksForTlsFromNowOn(String path) {
		assertThat(Client.at(port).get(path, TLS).header("Strict-Transport-Security")).as(path)
				.hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "includeSubDomains"));
		assertThat(Client.at(port).get(path).header("Strict-Transport-Security")).as("over plain HTTP").isEmpty();
	}

	@Test
	void whoGuessesFromElsewhereDoesNotLockTheOwnerOut() {
		signUp(Client.at(port), TLS);
		Client guesser = Client.at(port);
		String[] elsewhere = from("198.51.100.7");

		List<Integer> guesses = IntStream.range(0, 11)
				.mapToObj(i -> signIn(guesser, Map.of("password", "another guess " + i), elsewhere).status()).toList();

		assertThat(guesses.subList(0, 10)).containsOnly(422);
		assertThat(guesses.getLast()).isEqualTo(429);
		signIn(Client.at(port), Map.of(), from("203.0.113.9")).expectRedirect();
	}

	@Test
	void theThirtyFirstSignUpFromOneAddressInAnHourIsRefused() {
		Client device = Client.at(port);
		String[] here = from("198.51.100.30");
		device.get("/sign-up", here);

		List<Integer> answers = IntStream.range(0, 31)
				.mapToObj(_ -> device.submit("/sign-up", Map.of("username", "no"), here).status()).toList();

		assertThat(answers.subList(0, 30)).containsOnly(422);
		assertThat(answers.getLast()).isEqualTo(429);
	}

	@Test
	void theListOfSessionsShowsTheAddressThatTheProxySaw() {
		Client device = Client.at(port);
		signUp(device, from("203.0.113.77"));

		assertThat(device.get("/account", TLS).expect(200).html().text()).contains("203.0.113.77")
				.doesNotContain("127.0.0.1");
	}

	private Page signUp(Client device, String... headers) {
		device.get("/sign-up", headers).expect(200);
		return device.submit("/sign-up", Map.of("username", ada.username(), "displayName", ada.displayName(),
				"password", ada.password()), headers).expectRedirect();
	}

	private Page signIn(Client device, Map<String, String> more, String... headers) {
		device.get("/sign-in", headers).expect(200);
		Map<String, String> fields = new java.util.HashMap<>(
				Map.of("username", ada.username(), "password", ada.password()));
		fields.putAll(more);
		return device.submit("/sign-in", fields, headers);
	}

	/** What the proxy adds for a browser at this address. */
	private static String[] from(String address) {
		return new String[]{"X-Forwarded-Proto", "https", "X-Forwarded-For", address};
	}

	private static List<String> cookies(Page answer) {
		return answer.headers().allValues("Set-Cookie");
	}

	private static void assertOfThisHost(String cookie) {
		assertThat(cookie).startsWith("__Host-").contains("; Path=/;").containsIgnoringCase("; Secure")
				.containsIgnoringCase("; HttpOnly").containsIgnoringCase("; SameSite=Lax")
				.doesNotContainIgnoringCase("Domain=");
	}
}
