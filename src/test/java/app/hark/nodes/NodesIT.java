package app.hark.nodes;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Postgres;
import app.hark.drive.PostgresTest;
import app.hark.drive.StreamReader;

/** Ada is on one node and Bea on another, and neither notices. Idle streams do not read by themselves: they have to be told. */
@PostgresTest
class NodesIT {

	/** For ten messages, one after the other. A node looks by itself every three seconds, and so would take thirty. */
	private static final Duration AT_ONCE = Duration.ofSeconds(15);

	private static String[] properties;

	private static HarkServer one;

	private static HarkServer other;

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private Client adas;

	private Client beas;

	private long chat;

	@BeforeAll
	static void twoNodesRun() {
		properties = Postgres.properties(Postgres.shared().database());
		one = HarkServer.start(properties);
		other = HarkServer.start(properties);
	}

	@AfterAll
	static void theyEnd() {
		one.close();
		other.close();
	}

	@BeforeEach
	void adaHasWritten() {
		adas = Client.at(one.url()).signUp(ada);
		beas = Client.at(other.url()).signUp(bea);
		chat = adas.write(bea, "Hello Bea");
	}

	@Test
	void whatIsSentArrivesAtOnce() {
		try (StreamReader stream = beas.stream()) {
			Instant begun = Instant.now();
			for (int i = 1; i <= 10; i++) {
				adas.say(chat, "message " + i);
				stream.awaitMessages(i);
			}
			assertThat(Duration.between(begun, stream.named("message").getLast().at())).isLessThan(AT_ONCE);
		}
	}

	@Test
	void oneSeesWhoWritesAndWhoIsHere() {
		try (StreamReader stream = beas.stream()) {
			assertThat(adas.submit("/conversations/" + chat + "/typing", Map.of()).status()).isEqualTo(204);
			assertThat(stream.await("typing").data()).contains(ada.displayName());
			adas.say(chat, "sent");
			eventually(() -> assertThat(stream.named("typing").getLast().data()).doesNotContain(ada.displayName()));

			try (StreamReader own = adas.stream()) {
				eventually(() -> assertThat(stream.named("presence")).isNotEmpty()
						.last().satisfies(last -> assertThat(last.data()).contains(ada.username())));
				eventually(() -> assertThat(adas.chat(chat).body()).contains("here now"));
				assertThat(own.isOpen()).isTrue();
			}
		}
	}

	@Test
	void whoeverIsInvisibleOnOneIsSoOnAll() {
		try (StreamReader stream = beas.stream(); StreamReader own = adas.stream()) {
			eventually(() -> assertThat(stream.named("presence")).isNotEmpty()
					.last().satisfies(last -> assertThat(last.data()).contains(ada.username())));

			adas.submit("/account/privacy", Map.of("tellsSeen", "true")).expectRedirect();

			eventually(() -> assertThat(stream.named("presence").getLast().data()).doesNotContain(ada.username()));
			assertThat(own.isOpen()).isTrue();
		}
	}

	@Test
	void signingOutEndsTheStreamOnAnotherNode() {
		Client elsewhere = adas.via(other.url());
		try (StreamReader stream = elsewhere.stream()) {
			adas.signOut();

			assertThat(stream.awaitEnd(Duration.ofSeconds(10))).isLessThan(Duration.ofSeconds(5));
			assertThat(stream.events().getLast().name()).isEqualTo("signed-out");
			assertThat(elsewhere.get("/conversations").location()).startsWith("/sign-in");
		}
	}

	@Test
	void aStreamGoesOnAtAnotherNode() {
		String cursor = beas.list().cursor();
		adas.say(chat, "meanwhile");

		try (StreamReader stream = beas.via(one.url()).streamAfter(cursor)) {
			stream.awaitMessages(1);
			assertThat(stream.named("message").getFirst().data()).contains("meanwhile");
			assertThat(stream.named("reset")).isEmpty();
		}
	}

	@Test
	void aFolderBelongsToOneOfThem() {
		assertThatThrownBy(() -> HarkServer.startOn(one.data(), properties))
				.hasMessageContaining("ended while starting")
				.hasMessageContaining("Another Hark");

		adas.say(chat, "undisturbed");
	}

	@Test
	void theNextOneTakesTheirPlace() {
		String cursor = beas.list().cursor();
		long first = other.pid();
		try (StreamReader stream = beas.stream()) {
			other.takeOver();

			stream.awaitEnd(Duration.ofSeconds(5));
			assertThat(stream.events().getLast().name()).isEqualTo("bye");
		}
		assertThat(other.pid()).isNotEqualTo(first);
		adas.say(chat, "after");
		try (StreamReader stream = beas.streamAfter(cursor)) {
			assertThat(stream.await("message").data()).contains("after");
		}
	}
}
