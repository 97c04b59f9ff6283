package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;

/** What Hark writes down of what people do, and what it keeps to itself. */
@Isolated("hears what everybody writes down")
@HarkTest
class LogsTest {

	private static final String NEXT_PASSWORD = "quite another long sentence";

	private final List<String> lines = new CopyOnWriteArrayList<>();
	private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
				lines.add(event.getFormattedMessage());
			}
		}
	};
	private final Person ada = People.someone();

	@LocalServerPort int port;

	private Client adas;

	@BeforeEach
	void listen() {
		ear.start();
		root().addAppender(ear);
		adas = Client.at(port).signUp(ada);
	}

	@AfterEach
	void stop() {
		root().detachAppender(ear);
	}

	@Test
	void whoCameWhoWasRefusedAndWhoLeftIsThereWithWho() {
		String me = person("signed up: person (\\d+)");

		Client phone = Client.at(port).signIn(ada);
		Client.at(port).trySignIn(ada.username(), "not the tin kettle of anybody");
		adas.submit("/account/password", Map.of("currentPassword", "no", "newPassword", NEXT_PASSWORD));
		adas.submit("/account/password", Map.of("currentPassword", ada.password(), "newPassword", NEXT_PASSWORD))
				.expect(303);
		phone.get("/conversations");
		adas.get("/conversations/987654321").expect(404);
		adas.post("/messages", Map.of("to", "somebody", "body", "forged", "clientToken", Client.freshToken()));
		adas.list();
		adas.signOut();

		assertThat(lines).contains("signed in: person " + me,
				"refused: POST /sign-in, 422, signIn.failed, 127.0.0.1",
				"refused: account, [currentPassword], person " + me, "password changed: person " + me,
				"other sessions ended: person " + me, "refused: GET /conversations/{id}, 404, person " + me,
				"refused: POST /messages, 403, outdated, person " + me, "signed out: person " + me);
	}

	@Test
	void noSecretAndNothingThatPeopleWroteIsThere() {
		Person bea = People.someone();
		Client.at(port).signUp(bea);
		long chat = adas.write(bea, "between the two of us");
		adas.trySay(chat, "too long, and between us: " + "x".repeat(8_001), Client.freshToken());
		adas.get("/people?q=somebody.i.look.for");
		Client device = Client.at(port);
		device.get("/sign-in");
		device.submit("/sign-in", Map.of("username", ada.username(), "password", ada.password(), "rememberMe", "true"))
				.expectRedirect();
		Client.at(port).trySignIn(ada.username(), "not the tin kettle of anybody");

		assertThat(lines).isNotEmpty();
		assertThat(String.join("\n", lines)).doesNotContain(ada.password(), "tin kettle", "between", "look.for",
				ada.displayName()).doesNotContain(device.cookies().values()).doesNotContain(adas.cookies().values());
	}

	@Test
	void nobodyWritesALineOfTheirOwn() {
		adas.get("/nothing%0d%0asigned%20in:%20person%201");
		adas.get("/conversations/with/a%0asigned%20in:%20person%201");
		adas.get("/nothing/here", "User-Agent", "x signed in: person 1");
		Client.at(port).trySignIn("ada\nsigned in: person 1", "x");
		Client.at(port).trySignUp(ada.withUsername("a\r\nsigned in: person 1"));

		assertThat(lines).filteredOn(line -> line.startsWith("refused: ")).hasSizeGreaterThanOrEqualTo(3);
		assertThat(lines).noneMatch(line -> line.contains("signed in: person 1") || line.matches("(?s).*\\R.*"));
	}

	private String person(String pattern) {
		var numbers = java.util.regex.Pattern.compile(pattern).matcher(lines.getLast());
		assertThat(numbers.matches()).as("%s", lines).isTrue();
		return numbers.group(1);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger("app.hark");
	}
}
