package app.hark.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

import app.hark.drive.Client;
import app.hark.drive.People;
import app.hark.drive.StreamReader;
import app.hark.drive.TemporaryData;

/** Sessions that end after four seconds without a request. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"hark.limits.enabled=false",
		"hark.stream.heartbeat=1s", "spring.session.timeout=4s"})
@ContextConfiguration(initializers = TemporaryData.class)
class SessionAgeTest {

	@LocalServerPort
	int port;

	@Test
	void aStreamKeepsNoSessionAliveAndEndsWithIt() {
		Client device = Client.at(port).signUp(People.someone());
		try (StreamReader stream = device.stream()) {
			Duration open = stream.awaitEnd(Duration.ofSeconds(15));

			assertThat(stream.events().getLast().name()).isEqualTo("signed-out");
			assertThat(open).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
			assertThat(device.get("/conversations").location()).startsWith("/sign-in");
		}
	}

	@Test
	void openingStreamsAgainAndAgainKeepsNoSessionAlive() {
		Client device = Client.at(port).signUp(People.someone());
		Duration limit = Duration.ofSeconds(15);
		long start = System.nanoTime();
		boolean refused = false;
		while (!refused && Duration.ofNanos(System.nanoTime() - start).compareTo(limit) < 0) {
			try (StreamReader stream = StreamReader.tryOpen(device, "/stream")) {
				refused = stream.status() != 200;
				if (!refused) {
					stream.awaitEvents(events -> !events.isEmpty(), limit);
				}
			}
		}
		assertThat(refused).as("a session that only streams have used ends").isTrue();
	}
}
