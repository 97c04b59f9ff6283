package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

	private static final Passwords PASSWORDS = new Passwords();

	private static String refusal(String password) {
		return PASSWORDS.refuse(password, "ada.lovelace", "Ada King Lovelace").orElse("");
	}

	@Test
	void lengthIsCountedInCharacters() {
		assertThat(refusal("quiet otter ru")).isEqualTo("password.short");
		assertThat(refusal("quiet otter run")).isEmpty();
		assertThat(refusal("🦊🦉🐢🐙🦋🐝🦕🐳🦀🐧🐸🦩🐌🦚")).isEqualTo("password.short");
		assertThat(refusal("🦊🦉🐢🐙🦋🐝🦕🐳🦀🐧🐸🦩🐌🦚🦥")).isEmpty();
		assertThat(refusal("quiet otter " + "0123456789abcde ".repeat(15) + "abcd")).isEmpty();
		assertThat(refusal("quiet otter " + "0123456789abcde ".repeat(15) + "abcde")).isEqualTo("password.long");
	}

	@ParameterizedTest
	@ValueSource(strings = {"vier Tassen Tee am Fenster", "川の流れのように静かに歩いていく", "xK4$vq92#mLw!tZ7", "               a",
			"passwort ist kein Kaffee", "no-password-password-2026", "ada drinks green tea", "lovelace wrote notes"})
	void anyOtherLongPasswordIsGood(String password) {
		assertThat(refusal(password)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"passwordpassword", "PasswordPassword", "123456789qwerty", "qwertyuiopasdfgh",
			"correcthorsebatterystaple", "iloveyouiloveyou", "1qaz2wsx3edc4rfv", "abcdefghijklmno",
			"thisismypassword", "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ", "1234567890123456", "0987654321098765", "PASSWORD12345678",
			"dragondragondragon"})
	void commonPasswordsAreRefused(String password) {
		assertThat(refusal(password)).isEqualTo("password.common");
	}

	@ParameterizedTest
	@ValueSource(strings = {"aaaaaaaaaaaaaaa", "ababababababababa", "abcabcabcabcabca", "HarkharkHARKhark",
			"1234123412341234", "🦊🦉🦊🦉🦊🦉🦊🦉🦊🦉🦊🦉🦊🦉🦊", "               "})
	void repetitionsAreRefused(String password) {
		assertThat(refusal(password)).isEqualTo("password.repeated");
	}

	@ParameterizedTest
	@ValueSource(strings = {"ada.lovelace.ada.lovelace", "Ada King Lovelace", "lovelacelovelace",
			"adakinglovelace1852", "adalovelaceadakinglovelace", "lovelace1815185218", "ADA.LOVELACE.ADA",
			"Harkharkhark2026", "hark-ada.lovelace", "ada.lovelace@hark"})
	void theOwnNameAndThatOfHarkAreRefused(String password) {
		assertThat(refusal(password)).isEqualTo("password.name");
	}

	@Test
	void shortNamesForbidNothingElse() {
		assertThat(PASSWORDS.refuse("quiet otter runs", "q.u", "Q")).isEmpty();
		assertThat(PASSWORDS.refuse("quiet otter runs", "x--", "—")).isEmpty();
	}

	@Test
	void theListIsSortedLowerCaseAndLongEnough() throws IOException {
		try (var list = Passwords.class.getResourceAsStream("common-passwords.txt")) {
			List<String> lines = new String(list.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines()
					.filter(line -> !line.startsWith("#")).toList();
			assertThat(lines).hasSizeGreaterThan(3_000).doesNotHaveDuplicates()
					.allMatch(line -> line.length() >= Passwords.SHORTEST)
					.allMatch(line -> line.equals(line.toLowerCase(java.util.Locale.ROOT)));
			assertThat(lines).isSorted();
		}
	}
}
