package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.StreamReader;

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
			strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/prometheus",
					"/h2-console", "/error", "/css/", "/js/", "/webjars/", "/.git/config", "/application.yaml",
					"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/css/..%2fapplication.yaml",
					"/app/hark/people/common-passwords.txt"})
	void nothingOfTheMachineRoomIsOpen(String path) {
		assertThat(Client.at(port).get(path).status()).isNotEqualTo(200);
		assertThat(Client.at(port).signUp(People.someone()).get(path).status()).isNotEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/sign-in", "/conversations", "/stream", "/css/hark.css", "/js/hark.js", "/favicon.svg",
			"/nothing/here", "/sign-in?a.b=x", "/sign-in?field=a&field=b", "/actuator/health"})
	void everyAnswerSaysWhatItIsAndIsNotLentToOtherSites(String path) {
		Client device = Client.at(port).signUp(People.someone());

		Page page = path.equals("/stream") ? ended(device, path)
				: device.get(path, "Origin", "https://elsewhere.example");

		assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
		if (!page.body().isEmpty()) {
			String type = page.header("Content-Type").orElseThrow();
			assertThat(type).matches(
					"(application/.*json(;charset=(?i:utf-8))?|(text/html|text/css|text/javascript|image/svg.xml);charset=(?i:utf-8))");
			assertThat(type.contains("html")).isEqualTo(page.body().startsWith("<!DOCTYPE html>"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"/sign-in", "/sign-up", "/account"})
	void passwordsAreMaskedAndLeftToPasswordManagers(String path) {
		Client device = path.equals("/account") ? Client.at(port).signUp(People.someone()) : Client.at(port);

		var fields = device.get(path).html().elements("//input[contains(translate(@name,'P','p'),'password')]");

		assertThat(fields).isNotEmpty().allSatisfy(field -> {
			assertThat(field.getAttribute("type")).isEqualTo("password");
			assertThat(field.getAttribute("autocomplete")).matches("(current|new)-password");
			assertThat(field.getAttribute("maxlength")).isEmpty();
			assertThat(field.getAttribute("value")).isEmpty();
		});
	}

	@Test
	void noAddressCarriesASession() {
		Page first = Client.at(port).get("/sign-in");

		assertThat(first.body()).doesNotContain("jsessionid");
		String session = first.header("Set-Cookie").orElseThrow().split("[=;]")[1];
		assertThat(first.body()).doesNotContain(session);
		assertThat(Client.at(port).get("/conversations;jsessionid=" + session).status()).isNotEqualTo(200);
		assertThat(Client.at(port).get("/conversations?hark=" + session).status()).isNotEqualTo(200);
	}

	@Test
	void whatOnlyATrustedProxyMaySayIsNotBelievedFromAnybody() {
		Client device = Client.at(port);
		String[] lies = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.66", "X-Real-IP", "203.0.113.66",
				"X-Forwarded-Host", "elsewhere.example", "Forwarded", "for=203.0.113.66;proto=https"};

		Page first = device.get("/sign-up", lies);
		device.signUp(People.someone());

		assertThat(first.header("Set-Cookie").orElseThrow()).doesNotContain("Secure");
		assertThat(first.header("Strict-Transport-Security")).isEmpty();
		assertThat(device.get("/account", lies).body()).doesNotContain("203.0.113.66").doesNotContain("elsewhere");
		assertThat(Client.at(port).get("/conversations", lies).header("Location").orElseThrow())
				.doesNotContain("elsewhere");
	}

	@Test
	void whatAPageLoadsIsKeptForAYearUnderAnAddressOfItsOwn() {
		Client device = Client.at(port);
		List<String> loaded = Pattern.compile("(?:src|href)=\"(/(?:js|css)/[^\"]+)\"")
				.matcher(device.get("/sign-in").body()).results().map(found -> found.group(1)).toList();

		assertThat(loaded).isNotEmpty().allSatisfy(address -> {
			assertThat(address).matches("/(js|css)/[0-9a-f]{12}/[a-z]+\\.(js|css)");
			assertThat(device.get(address).expect(200).header("Cache-Control").orElseThrow())
					.contains("max-age=31536000", "immutable");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {"/js/here.js", "/css/reactions.css"})
	void aPageOfBeforeAnUpdateIsLedToWhatItLoadsLaterAsItIsNow(String file) {
		String folder = file.substring(0, file.lastIndexOf('/'));
		Client device = Client.at(port).signUp(People.someone());

		Page page = device.get(file.replace(folder, folder + "/0123456789ab"));

		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Cache-Control").orElse("")).doesNotContain("max-age");
		String now = page.header("Location").orElseThrow();
		assertThat(now).contains(folder + "/").doesNotContain("0123456789ab").endsWith(file.replace(folder, ""));
		assertThat(device.get(URI.create(now).getPath()).expect(200).body()).isEqualTo(device.get(file).body());
	}

	/** Else there would be no end to what is kept for each. */
	@ParameterizedTest
	@ValueSource(strings = {"/js/%68ere.js", "/css/%68ark.css", "/%6as/here.js"})
	void aFileHasNoOtherAddressThatSaysTheSame(String other) {
		assertThat(Client.at(port).get("/js/here.js").status()).isEqualTo(200);
		assertThat(Client.at(port).get(other).status()).isNotEqualTo(200);
	}

	@Test
	void healthIsOpen() {
		assertThat(Client.at(port).get("/actuator/health").expect(200).body()).contains("UP").doesNotContain("details");
		assertThat(Client.at(port).get("/livez").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(Client.at(port).get("/readyz").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	/** The head of a stream, which never ends by itself. */
	private static Page ended(Client device, String path) {
		try (StreamReader stream = StreamReader.tryOpen(device, path, "Origin", "https://elsewhere.example")) {
			return new Page(URI.create(path), stream.status(), stream.headers(), "");
		}
	}
}
