package app.hark.nodes;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Postgres;
import app.hark.drive.PostgresTest;
import app.hark.drive.StreamReader;

/** A PostgreSQL that does not answer: nothing is lost that was typed, and nothing is done twice. */
@PostgresTest
class DatabaseAwayIT {

	@Test
	void whatIsSentComesBackWithAButtonAndCountsOnce() throws InterruptedException {
		try (Postgres postgres = Postgres.start();
				HarkServer hark = HarkServer.start(Postgres.properties(postgres.database()))) {
			Person bea = People.someone();
			Client adas = Client.at(hark.url()).signUp(People.someone());
			Client.at(hark.url()).signUp(bea);
			long chat = adas.write(bea, "before");
			String token = Client.freshToken();
			String path = "/conversations/" + chat + "/messages";
			try (StreamReader stream = adas.stream()) {
				Thread held = Thread.startVirtualThread(() -> postgres.hold(Duration.ofSeconds(18)));

				Page refused = adas.trySay(chat, "kept & <whole>", token);
				assertThat(refused.status()).isEqualTo(503);
				assertThat(refused.html().value("body")).isEqualTo("kept & <whole>");
				assertThat(refused.html().value("clientToken")).isEqualTo(token);
				assertThat(refused.body()).contains("action=\"" + path + "\"").contains("Try again");
				assertThat(stream.awaitEnd(Duration.ofSeconds(10))).isNotNull();
				assertThat(stream.events().getLast().name()).isEqualTo("bye");

				Page scripted = adas.trySay(chat, "kept & <whole>", token, "HX-Request", "true");
				assertThat(scripted.status()).isEqualTo(503);
				assertThat(scripted.body()).contains("id=\"composer-alert\"").doesNotContain("<html");
				assertThat(adas.get("/stream").status()).isEqualTo(503);
				assertThat(adas.another().get("/readyz").status()).isEqualTo(503);
				assertThat(adas.another().get("/livez").status()).isEqualTo(200);
				held.join();
			}
			eventually(
					() -> assertThat(adas.submit(path, Map.of("body", "kept & <whole>", "clientToken", token)).status())
							.isEqualTo(303));
			assertThat(adas.chat(chat).html().messages()).extracting(message -> message.text())
					.isEqualTo(List.of("before", "kept & <whole>"));
		}
	}
}
