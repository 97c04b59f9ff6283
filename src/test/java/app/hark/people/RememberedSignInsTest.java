package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;

/** Staying signed in after the session is gone. */
@HarkTest
class RememberedSignInsTest {

	private final app.hark.drive.Person ada = People.someone();

	@LocalServerPort int port;

	@Autowired JdbcClient jdbc;

	private Client device;

	@BeforeEach
	void adaStaysSignedInOnADevice() {
		Client.at(port).signUp(ada);
		device = Client.at(port);
		device.submit("/sign-in",
				Map.of("username", ada.username(), "password", ada.password(), "rememberMe", "true")).expectRedirect();
		assertThat(device.cookies()).containsKeys("hark", "hark-stay");
	}

	@Test
	void aDeviceThatIsRememberedComesBackWithoutAPassword() {
		String before = stayCookie();
		forgetTheSession();

		device.get("/conversations").expect(200);

		assertThat(stayCookie()).as("the token changes at each use").isNotEqualTo(before);
		device.get("/conversations").expect(200);
	}

	@Test
	void severalRequestsAtOnceAfterAWakeUpAllSucceed() throws Exception {
		forgetTheSession();

		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var requests = IntStream.range(0, 8).mapToObj(_ -> (Callable<Integer>) () -> copyOf(device)
					.get("/conversations").status()).toList();
			for (var answer : threads.invokeAll(requests)) {
				assertThat(answer.get()).isEqualTo(200);
			}
		}
	}

	@Test
	void aTokenThatTwoHaveUsedEndsTheSeriesAndItsSessions() {
		Client thief = copyOf(device);
		thief.cookies().remove("hark");
		forgetTheSession();
		device.get("/conversations").expect(200);
		longAgo();
		// Whether the owner's answer was lost or a thief comes, nobody can tell yet.
		thief.get("/conversations").expect(200);
		thief.get("/account").expect(200);

		forgetTheSession();
		assertThat(device.get("/conversations").expectRedirect().location()).contains("/sign-in");

		assertThat(thief.get("/account").status()).isNotEqualTo(200);
		thief.cookies().remove("hark");
		assertThat(thief.get("/conversations").status()).isNotEqualTo(200);
	}

	@Test
	void aTokenWhoseAnswerWasLostIsStillGoodMuchLater() {
		Client lost = copyOf(device);
		lost.cookies().remove("hark");
		lost.get("/conversations").expect(200);
		longAgo();

		forgetTheSession();
		device.get("/conversations").expect(200);
		longAgo();
		forgetTheSession();
		device.get("/conversations").expect(200);
	}

	@Test
	void aFormSentAfterTheSessionEndedComesBackWithEverythingAndAsksForNoPassword() {
		var bob = People.someone();
		Client.at(port).signUp(bob);
		forgetTheSession();

		var back = device.post("/messages",
				Map.of("to", bob.username(), "body", "still here", "clientToken", "t1", "_csrf", "of another session"));

		assertThat(back.status()).isEqualTo(403);
		assertThat(back.html().first("//textarea[@name='body']").orElseThrow().getTextContent()).contains("still here");
		assertThat(back.body()).doesNotContain("type=\"password\"");
	}

	@Test
	void whoeverSignsInNextOnADeviceIsNotLeftToTheOneBefore() {
		var bob = People.someone();
		Client.at(port).signUp(bob);
		device.list();
		device.signOut();
		device.submit("/sign-in",
				Map.of("username", ada.username(), "password", ada.password(), "rememberMe", "true")).expectRedirect();
		String adas = stayCookie();
		device.cookies().remove("hark");
		device.cookies().remove("hark-stay");
		device.get("/sign-in");
		device.cookies().put("hark-stay", adas);

		assertThat(device.trySignIn(bob.username(), bob.password()).status()).as("ada is back, so the form is old")
				.isEqualTo(403);
		device.signIn(bob);
		assertThat(device.get("/account").body()).contains("@" + bob.username());

		device.cookies().remove("hark");
		assertThat(device.get("/conversations").status()).isNotEqualTo(200);
	}

	@Test
	void signingOutForgetsTheDevice() {
		String stay = stayCookie();

		device.list();
		device.signOut();

		device.cookies().put("hark-stay", stay);
		assertThat(device.get("/conversations").status()).isNotEqualTo(200);
	}

	@Test
	void theDatabaseHoldsNoTokenThatSignsIn() {
		String[] parts = new String(java.util.Base64.getDecoder().decode(padded(stayCookie())),
				java.nio.charset.StandardCharsets.UTF_8).split(":");
		assertThat(parts).hasSize(2);

		assertThat(
				jdbc.sql("select count(*) from remembered_sign_in where series in (:parts) or token_hash in (:parts)")
						.param("parts", java.util.List.of(parts)).query(Integer.class).single())
				.isZero();
	}

	private static String padded(String base64) {
		return base64 + "=".repeat((4 - base64.length() % 4) % 4);
	}

	private Client copyOf(Client original) {
		return original.via(java.net.URI.create("http://localhost:" + port));
	}

	private String stayCookie() {
		return device.cookies().get("hark-stay");
	}

	private void forgetTheSession() {
		device.cookies().remove("hark");
	}

	private void longAgo() {
		jdbc.sql("update remembered_sign_in set rotated_at = ?")
				.param(OffsetDateTime.now(ZoneOffset.UTC).minusHours(1)).update();
	}
}
