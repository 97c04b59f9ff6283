package app.hark.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

@HarkTest
@Tag("h2")
class BackupPagesTest {

	private final Person ada = People.someone();

	@LocalServerPort int port;

	@Autowired JdbcClient jdbc;

	@Value("${hark.data}") Path data;

	private Client adas;

	@BeforeEach
	void adaIsHere() {
		adas = Client.at(port).signUp(ada);
	}

	@Test
	void theAdministratorMakesACopyWithoutScript() {
		appoint(ada);
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/account").follow("Backups").press("Back up now");

			assertThat(browser.path()).isEqualTo("/account/backups");
			assertThat(browser.alerts()).isEmpty();
			assertThat(browser.text()).contains("Last copy made and checked:");
			String newest = browser.html().first("//main//li//bdi").orElseThrow().getTextContent();
			assertThat(newest).matches("hark-.*Z\\.zip");
			assertThat(data.resolve("backups").resolve(newest)).isRegularFile();
			assertThat(browser.html().has("//main//li//time[@datetime]")).isTrue();
		}
	}

	@Test
	void forEverybodyElseThereIsNoSuchPage() {
		Page nothing = adas.get("/account/nothing").expect(404);

		assertThat(adas.get("/account/backups").expect(404).html().text()).isEqualTo(nothing.html().text());
		adas.submit("/account/backups", Map.of()).expect(404);
		assertThat(adas.get("/account").body()).doesNotContain("backups");
	}

	@Test
	void whoeverIsNoLongerTheAdministratorSeesItNoLonger() {
		appoint(ada);
		adas.get("/account/backups").expect(200);
		jdbc.sql("update person set administrator = false where username = ?").param(ada.username()).update();

		adas.get("/account/backups").expect(404);
	}

	@Test
	void anOutdatedFormMakesNoCopyAndSaysSo() throws IOException {
		appoint(ada);
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).open("/account/backups");
			int before = Backups.in(new DataFolder(data, true)).all().size();
			browser.outdateTokens();
			browser.press("Back up now");

			assertThat(browser.status()).isEqualTo(403);
			assertThat(browser.alerts()).singleElement().asString().contains("open for too long");
			assertThat(browser.text()).contains("Back up now");
			assertThat(Backups.in(new DataFolder(data, true)).all()).hasSize(before);
		}
	}

	private void appoint(Person person) {
		assertThat(jdbc.sql("update person set administrator = true where username = ?").param(person.username())
				.update()).isEqualTo(1);
	}
}
