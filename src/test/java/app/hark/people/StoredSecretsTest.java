package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;

/** How the secrets are made and kept that open an account. */
@HarkTest
class StoredSecretsTest {

	@LocalServerPort int port;

	@Autowired JdbcClient jdbc;

	@Test
	void aPasswordIsKeptAsArgon2id() {
		var ada = People.someone();
		Client.at(port).signUp(ada);

		assertThat(hashOf(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(ada.password());
	}

	@Test
	void aHashOfWeakerDaysIsMadeAnewAtTheNextSignIn() {
		var ada = People.someone();
		Client.at(port).signUp(ada);
		String weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(ada.password());
		jdbc.sql("update person set password_hash = ? where username = ?").params(weak, ada.username()).update();

		Client.at(port).signIn(ada);

		assertThat(hashOf(ada)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		Client.at(port).signIn(ada);
	}

	@Test
	void aSessionsIdIsLongAndRandomThroughout() {
		List<String> ids = java.util.stream.Stream.generate(this::newSession).limit(40).toList();

		assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{36}"));
		for (int at = 0; at < 36; at++) {
			Set<Character> seen = new HashSet<>();
			for (String id : ids) {
				seen.add(id.charAt(at));
			}
			assertThat(seen).as("characters at place %d", at).hasSizeGreaterThan(10);
		}
	}

	@Test
	void thePageOfSessionsTellsNoId() {
		var ada = People.someone();
		Client device = Client.at(port).signUp(ada);
		Client elsewhere = Client.at(port).signIn(ada);

		String page = device.get("/account").expect(200).body();

		assertThat(page).containsPattern("name=\"session\" value=\"[0-9a-f]{64}\"");
		assertThat(page).doesNotContain(id(device), id(elsewhere), device.cookies().get("hark"));
	}

	private String hashOf(app.hark.drive.Person person) {
		return jdbc.sql("select password_hash from person where username = ?").param(person.username())
				.query(String.class).single();
	}

	private String newSession() {
		Client device = Client.at(port);
		device.get("/sign-in").expect(200);
		return id(device);
	}

	private static String id(Client device) {
		return new String(Base64.getDecoder().decode(device.cookies().get("hark")), StandardCharsets.UTF_8);
	}
}
