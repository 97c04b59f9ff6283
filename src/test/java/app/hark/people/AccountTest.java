package app.hark.people;

import static app.hark.drive.Eventually.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;

/** One's own name, password and sessions. */
@HarkTest
class AccountTest {

	private static final String NEXT_PASSWORD = "quite another long sentence";

	private final app.hark.drive.Person ada = People.someone();
	private final app.hark.drive.Person bob = People.someone();

	@LocalServerPort int port;

	@Autowired JdbcClient jdbc;

	private Client adas;
	private Client bobs;

	@BeforeEach
	void twoPeopleWhoHaveWritten() {
		adas = Client.at(port).signUp(ada);
		bobs = Client.at(port).signUp(bob);
		adas.write(bob, "good morning");
	}

	@Test
	void aNewNameIsSeenByTheOtherSideAtOnceAndFoundBySearch() {
		String name = "Grace Hopper " + People.freshWord();
		try (var stream = bobs.stream()) {
			adas.submit("/account/name", Map.of("displayName", name)).expect(303);

			assertThat(stream.await("conversation").data()).contains(name);
		}
		assertThat(bobs.list().body()).contains(name);
		assertThat(bobs.get("/people?q=" + name.substring(13)).body())
				.contains("/conversations/with/" + ada.username());
	}

	@Test
	void aNameThatIsRefusedStaysInItsFieldWithTheReasonBesideIt() {
		Page refused = adas.submit("/account/name", Map.of("displayName", "x".repeat(65)));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("x".repeat(65)).contains("1 to 64 characters");
		assertThat(bobs.list().html().text()).contains(ada.displayName());
	}

	@Test
	void oneFormThatIsSentManyTimesAtOnceIsAnsweredEachTime() {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = IntStream.range(0, 200)
					.mapToObj(_ -> threads.submit(
							() -> adas.submit("/account/name", Map.of("displayName", "Grace Hopper")).status()))
					.toList();

			assertThat(answers).extracting(Future::get).containsOnly(303);
		}
	}

	@Test
	void aHeaderIsNoField() {
		Page refused = adas.submit("/account/name", Map.of(), "displayName", "Grace Hopper");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(bobs.list().html().text()).contains(ada.displayName()).doesNotContain("Grace Hopper");
	}

	@Test
	void nothingElseChangesWithTheName() {
		String before = bobs.get("/account").body();
		assertThat(before).contains("@" + bob.username());

		bobs.submit("/account/name", Map.of("displayName", "Grace Hopper", "username", ada.username(), "id", "1",
				"administrator", "true", "passwordHash", "x", "password", NEXT_PASSWORD)).expect(303);

		assertThat(bobs.get("/account").body()).contains("Grace Hopper").contains("@" + bob.username());
		Client.at(port).signIn(bob);
		assertThat(jdbc.sql("select count(*) from person where username = ? and administrator").param(bob.username())
				.query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"/account", "/conversations", "/people?q=a", "/conversations/with/"})
	void noPageTellsMoreOfPeopleThanTheirNames(String path) {
		String page = bobs.get(path.endsWith("/") ? path + ada.username() : path).expect(200).body();

		assertThat(page).contains("<main").doesNotContain("argon2", "administrator", ada.password());
		assertThat(page.replaceAll("(?s)<ul class=\"sessions\".*?</ul>", "")).doesNotContain("127.0.0.1");
	}

	@Test
	void aNewPasswordEndsEveryOtherSessionAndItsStreams() {
		Client elsewhere = Client.at(port).signIn(ada);
		try (var stream = elsewhere.stream()) {
			changePassword(ada.password(), NEXT_PASSWORD).expect(303);

			stream.await("signed-out");
			stream.awaitEnd(SOON);
		}
		assertThat(elsewhere.get("/conversations").status()).isNotEqualTo(200);
		adas.get("/conversations").expect(200);
		assertThat(Client.at(port).trySignIn(ada.username(), ada.password()).status()).isEqualTo(422);
		Client.at(port).signIn(ada.withPassword(NEXT_PASSWORD));
	}

	@Test
	void thePasswordIsOnlyChangedByWhoeverKnowsIt() {
		Page refused = changePassword("not the right password", NEXT_PASSWORD);

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("not your current password");
		Client.at(port).signIn(ada);
	}

	@Test
	void aPasswordThatIsTooShortIsRefused() {
		Page refused = changePassword(ada.password(), "short");

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("at least 15 characters");
		Client.at(port).signIn(ada);
	}

	@Test
	void anotherSessionCanBeEndedFromHere() {
		Client elsewhere = Client.at(port).signIn(ada);
		elsewhere.get("/conversations").expect(200);

		adas.submit("/account/sessions/end", Map.of("session", otherSession(adas))).expect(303);

		assertThat(elsewhere.get("/conversations").status()).isNotEqualTo(200);
		adas.get("/conversations").expect(200);
	}

	@Test
	void nobodyEndsTheSessionOfSomebodyElse() {
		Client elsewhere = Client.at(port).signIn(ada);
		String hers = otherSession(adas);

		bobs.submit("/account/sessions/end", Map.of("session", hers)).expect(303);

		elsewhere.get("/conversations").expect(200);
	}

	private Page changePassword(String current, String next) {
		return adas.submit("/account/password", Map.of("currentPassword", current, "newPassword", next));
	}

	private static String otherSession(Client client) {
		List<String> others = Pattern.compile("name=\"session\" value=\"([^\"]+)\"")
				.matcher(client.get("/account").body())
				.results().map(found -> found.group(1)).toList();
		assertThat(others).hasSize(1);
		return others.getFirst();
	}
}
