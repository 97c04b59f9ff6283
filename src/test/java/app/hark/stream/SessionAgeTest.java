package app.hark.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** A session that ends after four seconds without a request. */
@HarkTest
class SessionAgeTest {

	private static final Duration LIMIT = Duration.ofSeconds(15);

	private final Person ada = People.someone();

	@LocalServerPort int port;

	@Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

	private Client device;

	@BeforeEach
	void adaHasAShortSession() {
		device = Client.at(port).signUp(ada);
		assertThat(sessions.findByPrincipalName(ada.username())).hasSize(1);
		shorten(sessions);
	}

	@Test
	void aStreamKeepsNoSessionAliveAndEndsWithIt() {
		try (StreamReader stream = device.stream()) {
			Duration open = stream.awaitEnd(LIMIT);

			assertThat(stream.events().getLast().name()).isEqualTo("signed-out");
			assertThat(open).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
			assertThat(device.get("/conversations").location()).startsWith("/sign-in");
		}
	}

	@Test
	void openingStreamsAgainAndAgainKeepsNoSessionAlive() {
		long start = System.nanoTime();
		boolean refused = false;
		while (!refused && Duration.ofNanos(System.nanoTime() - start).compareTo(LIMIT) < 0) {
			try (StreamReader stream = StreamReader.tryOpen(device, "/stream")) {
				refused = stream.status() != 200;
				if (!refused) {
					stream.awaitEvents(events -> !events.isEmpty(), LIMIT);
				}
			}
		}
		assertThat(refused).as("a session that only streams have used ends").isTrue();
	}

	private <S extends Session> void shorten(FindByIndexNameSessionRepository<S> repository) {
		repository.findByPrincipalName(ada.username()).values().forEach(session -> {
			session.setMaxInactiveInterval(Duration.ofSeconds(4));
			repository.save(session);
		});
	}
}
