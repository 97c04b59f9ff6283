package app.hark.stream;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Conversing;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.StreamReader;

/** What streams tell as long as it is true: who is writing, and who is here. */
@HarkTest
class WhisperTest extends Conversing {

	@Test
	void theOthersSeeThatSomebodyIsWritingUntilTheyStop() {
		long entries = entries();
		try (StreamReader stream = beas.stream(); StreamReader own = adas.stream()) {
			types(adas).expect(204);

			eventually(() -> assertThat(typing(stream)).isEqualTo(ada.displayName() + " is writing …"));
			assertThat(beas.chat(chat).html().first("//*[@id='writing']").orElseThrow().getTextContent())
					.isEqualTo(ada.displayName() + " is writing …");
			eventually(() -> assertThat(typing(stream)).as("five seconds later").isEmpty());
			assertThat(stream.named("typing")).hasSize(2).allMatch(event -> event.id() == null);
			assertThat(own.named("typing")).isEmpty();
		}
		assertThat(entries()).as("entries, but those of reading").isEqualTo(entries + 2);
	}

	@Test
	void whatIsSentIsNoLongerWritten() {
		try (StreamReader stream = beas.stream()) {
			types(adas).expect(204);
			eventually(() -> assertThat(typing(stream)).isNotEmpty());
			Instant sent = Instant.now();

			adas.say(chat, "sent");

			eventually(() -> assertThat(typing(stream)).isEmpty());
			assertThat(Duration.between(sent, stream.named("typing").getLast().at())).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void writingReachesMembersAlone() {
		Client cleos = Client.at(port).signUp(People.someone());
		cleos.write(bea, "I know Bea too");
		try (StreamReader strangers = cleos.stream(); StreamReader stream = beas.stream()) {
			types(cleos).expect(404);
			types(adas).expect(204);

			eventually(() -> assertThat(typing(stream)).isNotEmpty());
			assertThat(strangers.named("typing")).isEmpty();
			types(adas).expect(204);
			try (StreamReader late = cleos.stream()) {
				late.await("ping");
				assertThat(late.named("typing")).as("while somebody writes to others").isEmpty();
			}
		}
		assertThat(beas.post("/conversations/" + chat + "/typing", Map.of()).status()).as("without token")
				.isEqualTo(403);
	}

	@Test
	void aStreamBeginsWithWhoIsHere() {
		try (StreamReader own = adas.stream()) {
			eventually(() -> assertThat(isHereOnThePage()).isTrue());
			try (StreamReader stream = beas.stream()) {
				assertThat(stream.await("presence").data()).contains(ada.username());
				try (StreamReader phone = Client.at(port).signIn(bea).stream()) {
					assertThat(phone.await("presence").data()).as("although nobody has come").contains(ada.username());
				}
			}
			assertThat(own.isOpen()).isTrue();
		}
	}

	@Test
	void whoeverIsInvisibleIsNeverHereAndNeverWriting() {
		try (StreamReader stream = beas.stream(); StreamReader own = adas.stream()) {
			eventually(() -> assertThat(here(stream)).contains(ada.username()));

			adas.submit("/account/privacy", Map.of("tellsSeen", "true")).expectRedirect();

			eventually(() -> assertThat(here(stream)).isEmpty());
			assertThat(isHereOnThePage()).isFalse();
			types(adas).expect(204);
			adas.say(chat, "unseen");
			stream.awaitMessages(1);
			assertThat(stream.named("typing")).isEmpty();

			adas.submit("/account/privacy", Map.of("tellsSeen", "true", "visible", "true")).expectRedirect();
			eventually(() -> assertThat(here(stream)).contains(ada.username()));
			assertThat(own.isOpen()).isTrue();
		}
	}

	@Test
	void strangersDoNotSeeEachOther() {
		Client cleos = Client.at(port).signUp(People.someone());
		try (StreamReader own = adas.stream();
				StreamReader strangers = cleos.stream();
				StreamReader stream = beas.stream()) {
			eventually(() -> assertThat(here(stream)).contains(ada.username()));
			assertThat(strangers.named("presence")).isEmpty();

			cleos.write(ada, "now we know each other");
			eventually(() -> assertThat(here(strangers)).contains(ada.username()));
			assertThat(here(stream)).doesNotContain(" ");
			assertThat(own.isOpen()).isTrue();
		}
	}

	@Test
	void whoeverIsMetWhileAStreamIsOpenIsThereHoweverItWasAskedFor() {
		Client cleos = Client.at(port).signUp(People.someone());
		try (StreamReader own = adas.stream();
				StreamReader stream = beas.stream();
				StreamReader cleosStream = cleos.streamOfRequestWithBody()) {
			cleos.write(ada, "Hello Ada");
			eventually(() -> assertThat(here(cleosStream)).isEqualTo(ada.username()));

			cleos.write(bea, "Hello Bea");

			eventually(() -> assertThat(here(cleosStream)).contains(ada.username()).contains(bea.username()));
			assertThat(own.isOpen() && stream.isOpen()).isTrue();
		}
	}

	private app.hark.drive.Page types(Client whose) {
		return whose.submit("/conversations/" + chat + "/typing", Map.of());
	}

	private boolean isHereOnThePage() {
		Html list = beas.list().html();
		boolean dot = list.has("//li[@id='conversation-" + chat + "'][@data-here]//*[.='here now']");
		assertThat(beas.chat(chat).html().has("//main/header[@data-here]//*[.='here now']")).isEqualTo(dot);
		return dot;
	}

	private static String typing(StreamReader stream) {
		return last(stream, "typing", "//*[@id='typing']");
	}

	private static String here(StreamReader stream) {
		var events = stream.named("presence");
		return events.isEmpty() ? "" : events.getLast().html().attribute("//*[@id='here']", "data-people").orElse("");
	}

	private static String last(StreamReader stream, String name, String xpath) {
		var events = stream.named(name);
		return events.isEmpty() ? "" : events.getLast().html().first(xpath).orElseThrow().getTextContent();
	}

	private long entries() {
		return jdbc
				.sql("""
				select count(*) from entry e join participant p on p.person_id = e.owner_id and p.conversation_id = ?""")
				.param(chat).query(Long.class).single();
	}
}
