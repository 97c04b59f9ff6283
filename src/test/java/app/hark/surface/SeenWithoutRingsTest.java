package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import app.hark.delivery.DeliveryMutations;
import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** The marks where nobody is woken. */
@HarkTest
@Import(DeliveryMutations.NoRings.class)
@TestPropertySource(properties = "hark.stream.sweep=1s")
class SeenWithoutRingsTest {

	@LocalServerPort int port;

	@Test
	void aLostRingCostsASweepAndNoMark() {
		Person bea = People.someone();
		Client adas = Client.at(port).signUp(People.someone());
		Client beas = Client.at(port).signUp(bea);
		try (StreamReader own = adas.stream(); StreamReader theirs = beas.stream()) {
			long chat = adas.write(bea, "Hello Bea");
			theirs.awaitMessages(1);
			own.awaitEvents(events -> events.stream().anyMatch(event -> event.data().contains(">Arrived<")),
					Duration.ofSeconds(20));

			beas.chat(chat);

			own.awaitEvents(events -> events.stream().anyMatch(event -> event.data().contains(">Seen<")),
					Duration.ofSeconds(20));
			assertThat(own.entries().getLast().data()).contains(">Seen<");
		}
	}
}
