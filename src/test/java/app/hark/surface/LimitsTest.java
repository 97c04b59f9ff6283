package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** The rate limits, which every other test has switched off. */
@HarkTest
@TestPropertySource(properties = "hark.limits.enabled=true")
class LimitsTest {

	private final Person ada = People.someone();

	@LocalServerPort int port;

	@Test
	void theEleventhGuessAtAPasswordIsToldWhenToComeBack() {
		Client.at(port).signUp(ada);

		List<Page> guesses = times(11,
				() -> Client.at(port).trySignIn(ada.username(), "another guess at the password"));

		assertThat(guesses.subList(0, 10)).noneMatch(answer -> answer.status() == 429);
		assertLimited(guesses.getLast());
		assertThat(guesses.getLast().html().alerts()).as("nobody counts 900 seconds")
				.anySatisfy(why -> assertThat(why).endsWith("again in 15 minutes."));
		assertThat(Client.at(port).trySignIn(People.someone().username(), "somebody else").status()).isNotEqualTo(429);
	}

	@Test
	void theSixtyFirstSendInTenSecondsIsRefusedAndTheTextIsKept() {
		Client adas = Client.at(port).signUp(ada);
		Person bea = People.someone();
		Client.at(port).signUp(bea);
		long chat = adas.write(bea, "start");

		List<Page> sends = times(75, () -> adas.trySay(chat, "hurry", Client.freshToken()));

		assertThat(sends.subList(0, 59)).allMatch(answer -> answer.status() == 303);
		Page refused = sends.stream().filter(answer -> answer.status() == 429).findFirst().orElseThrow();
		assertLimited(refused);
		assertThat(refused.html().value("body")).isEqualTo("hurry");
	}

	@Test
	void theEleventhGuessAtTheCurrentPasswordIsRefused() {
		Client adas = Client.at(port).signUp(ada);

		List<Page> guesses = times(11, () -> adas.submit("/account/password",
				Map.of("currentPassword", "a guess", "newPassword", "quite another long sentence")));

		assertThat(guesses.subList(0, 10)).allMatch(answer -> answer.status() == 422);
		assertLimited(guesses.getLast());
	}

	@Test
	void theThirtyFirstNewNameInAQuarterOfAnHourIsRefused() {
		Client adas = Client.at(port).signUp(ada);

		List<Page> names = times(31, () -> adas.submit("/account/name", Map.of("displayName", "Ada the Next")));

		assertThat(names.subList(0, 30)).allMatch(answer -> answer.status() == 303);
		assertLimited(names.getLast());
	}

	@Test
	void theSixtyFirstSearchInAMinuteIsRefused() {
		Client adas = Client.at(port).signUp(ada);

		List<Page> searches = times(61, () -> adas.get("/people?q=somebody"));

		assertThat(searches.subList(0, 60)).allMatch(answer -> answer.status() == 200);
		assertLimited(searches.getLast());
	}

	@Test
	void searchesInMessagesCountAsWell() {
		Client adas = Client.at(port).signUp(ada);

		times(30, () -> adas.get("/people?q=somebody").expect(200));
		List<Page> searches = times(31, () -> adas.get("/search?q=something"));

		assertThat(searches.subList(0, 30)).allMatch(answer -> answer.status() == 200);
		assertLimited(searches.getLast());
	}

	@Test
	void theSixtyFirstStreamInAMinuteIsRefused() {
		Client adas = Client.at(port).signUp(ada);

		List<Integer> statuses = IntStream.range(0, 61).mapToObj(_ -> {
			try (StreamReader stream = StreamReader.tryOpen(adas, "/stream")) {
				return stream.status();
			}
		}).toList();

		assertThat(statuses.subList(0, 60)).containsOnly(200);
		assertThat(statuses.getLast()).isEqualTo(429);
	}

	private static void assertLimited(Page answer) {
		answer.expect(429);
		assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
		assertThat(answer.html().text()).isNotBlank();
		assertThat(answer.body()).doesNotContain("Whitelabel");
	}

	private static List<Page> times(int count, Supplier<Page> action) {
		return IntStream.range(0, count).mapToObj(_ -> action.get()).toList();
	}
}
