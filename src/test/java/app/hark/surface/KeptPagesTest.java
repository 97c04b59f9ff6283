package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** A page that was shown before is kept, and nobody may notice it but by the clock. */
@HarkTest
class KeptPagesTest {

	@LocalServerPort int port;

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private Client adas;

	private Client beas;

	private long chat;

	@BeforeEach
	void adaHasLookedAtHerChatWithBea() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
		chat = adas.write(bea, "Hello Bea");
		beas.chat(chat);
		adas.chat(chat);
		eventually(() -> assertThat(without(adas.chat(chat))).isEqualTo(without(adas.chat(chat))));
	}

	@Test
	void eachLookHasTokensOfItsOwnThatCount() {
		Page first = adas.chat(chat);
		Page second = adas.chat(chat);

		assertThat(token(second)).isNotEqualTo(token(first));
		for (Page page : new Page[]{second, first}) {
			adas.post("/conversations/" + chat + "/messages",
					Map.of("_csrf", page.html().value("_csrf"), "clientToken", token(page), "body", "again"))
					.expectRedirect();
		}
		assertThat(beas.chat(chat).html().messages()).hasSize(3);
	}

	@Test
	void whatIsAskedForOnAnotherDeviceBelongsToThatDevice() {
		Client phone = Client.at(port).signIn(ada);

		Page page = phone.chat(chat);

		phone.post("/conversations/" + chat + "/messages",
				Map.of("_csrf", page.html().value("_csrf"), "clientToken", token(page), "body", "from the phone"))
				.expectRedirect();
		assertThat(adas.chat(chat).html().messages()).extracting("text").contains("from the phone");
	}

	@Test
	void nobodyIsShownAnothersPage() {
		assertThat(beas.chat(chat).html().meta("viewer")).hasValue(bea.username());
		assertThat(adas.chat(chat).html().meta("viewer")).hasValue(ada.username());
	}

	@Test
	void whatIsNewIsOnThePage() {
		beas.say(chat, "news");

		assertThat(adas.chat(chat).html().messages()).extracting("text").contains("news");
		assertThat(adas.list().html().conversations().getFirst().text()).endsWith("news");
	}

	/** Nobody's inbox tells of it. */
	@Test
	void whoIsHereNowIsOnThePage() {
		assertThat(here(adas.chat(chat))).isFalse();

		try (StreamReader stream = beas.stream()) {
			stream.await("ping");
			assertThat(here(adas.chat(chat))).isTrue();
		}
	}

	@Test
	void whatComesBackFromARefusalIsOnThePageAndNotOnTheNext() {
		Page refused = adas.trySay(chat, "x".repeat(10_000), Client.freshToken());

		assertThat(refused.html().alerts()).isNotEmpty();
		assertThat(adas.chat(chat).html().alerts()).isEmpty();
	}

	/** A client may call its message what it likes. */
	@Test
	void aRefusedPageIsTheSameWhateverItsTokenIs() {
		String tooLong = "x".repeat(10_000);
		var messages = adas.chat(chat).html().messages();

		for (String token : List.of("1", "a", "message")) {
			Page refused = adas.trySay(chat, tooLong, token);

			assertThat(refused.html().value("clientToken")).isEqualTo(token);
			assertThat(refused.html().meta("viewer")).hasValue(ada.username());
			assertThat(refused.html().messages()).isEqualTo(messages);
		}
	}

	private static boolean here(Page page) {
		return page.html().has("//header[@data-here='yes']");
	}

	private static String token(Page page) {
		return page.html().value("clientToken");
	}

	private static String without(Page page) {
		return page.body().replace(page.html().value("_csrf"), "").replace(token(page), "");
	}
}
