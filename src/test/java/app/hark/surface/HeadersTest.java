package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;

@HarkTest
class HeadersTest {

	@LocalServerPort int port;

	@ParameterizedTest
	@ValueSource(strings = {"/sign-in", "/sign-up", "/conversations", "/people", "/nothing/here"})
	void everyPageForbidsWhatItDoesNotNeed(String path) {
		Client device = path.startsWith("/sign") ? Client.at(port) : Client.at(port).signUp(People.someone());

		Page page = device.get(path);

		String policy = page.header("Content-Security-Policy").orElseThrow();
		assertThat(policy).contains("default-src 'none'").contains("frame-ancestors 'none'").contains("base-uri 'none'")
				.contains("form-action 'self'").doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
		assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.header("Referrer-Policy")).isPresent();
		assertThat(page.header("Cache-Control").orElseThrow()).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump",
					"/actuator/prometheus", "/h2-console", "/error"})
	void nothingOfTheMachineRoomIsOpen(String path) {
		assertThat(Client.at(port).get(path).status()).isNotEqualTo(200);
		assertThat(Client.at(port).signUp(People.someone()).get(path).status()).isNotEqualTo(200);
	}

	@Test
	void healthIsOpen() {
		assertThat(Client.at(port).get("/actuator/health").expect(200).body()).contains("UP").doesNotContain("details");
		assertThat(Client.at(port).get("/livez").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(Client.at(port).get("/readyz").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
	}
}
