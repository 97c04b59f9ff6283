package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;
import app.hark.drive.Unreachable;

@PackagedTest
class ManagementPortIT {

	private static final int OPERATORS = HarkServer.freePort();

	private static HarkServer hark;

	private final Client operator = Client.at(OPERATORS);

	@BeforeAll
	static void start() {
		hark = HarkServer.start("management.server.port=" + OPERATORS, "hark.stream.heartbeat=1s");
	}

	@AfterAll
	static void stop() {
		hark.close();
	}

	@Test
	void healthSaysWhatItKnowsToWhoeverReachesThePort() {
		Page health = operator.get("/actuator/health").expect(200);

		assertThat(health.body()).contains("storage", "free", "\"db\"");
		assertThat(health.header("Set-Cookie")).isEmpty();
		assertThat(operator.get("/actuator/health/readiness").expect(200).body()).contains("free", "\"db\"");
		assertThat(operator.get("/actuator/health/liveness").expect(200).body()).doesNotContain("\"db\"");
	}

	@ParameterizedTest
	@ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/sign-in", "/conversations"})
	void nothingElseIsThere(String path) {
		assertThat(operator.get(path).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/health/readiness"})
	void thePortOfThePagesHasNothingOfIt(String path) {
		assertThat(Client.at(hark.url()).get(path).status()).isNotEqualTo(200);
		assertThat(Client.at(hark.url()).signUp(People.someone()).get(path).status()).isBetween(400, 499);
	}

	@ParameterizedTest
	@ValueSource(strings = {"/livez", "/readyz"})
	void aProxyLearnsFromThePortOfThePagesWhetherItIsReadyAndNothingElse(String path) {
		assertThat(Client.at(hark.url()).get(path).expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void onlyThisMachineReachesIt() throws SocketException {
		Optional<InetAddress> outside = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
				.filter(address -> address instanceof java.net.Inet4Address && !address.isLoopbackAddress())
				.findFirst();
		assumeTrue(outside.isPresent(), "this machine has no address but its loopback");
		String host = outside.orElseThrow().getHostAddress();

		assertThat(Client.at(URI.create("http://" + host + ":" + hark.port())).get("/sign-in").status()).isEqualTo(200);
		assertThatThrownBy(() -> Client.at(URI.create("http://" + host + ":" + OPERATORS)).get("/actuator/health"))
				.isInstanceOf(Unreachable.class);
	}

	@Test
	void theMetricsCountWhatPeopleDo() {
		Person bea = People.someone();
		Client beas = Client.at(hark.url()).signUp(bea);
		Client adas = Client.at(hark.url()).signUp(People.someone());
		double sent = metric("hark_send_seconds_count");
		double delivered = metric("hark_delivery_seconds_count");
		double open = metric("hark_streams_open");
		try (StreamReader stream = beas.stream(); StreamReader _ = beas.streamAfter("7.nonsense")) {
			eventually(() -> assertThat(metric("hark_streams_open")).isEqualTo(open + 2));
			adas.write(bea, "hello");
			adas.tryWrite(bea.username(), " ", Client.freshToken());
			stream.awaitMessages(1);

			eventually(() -> assertThat(metric("hark_delivery_seconds_count")).isEqualTo(delivered + 2));
		}
		assertThat(metric("hark_send_seconds_count")).isEqualTo(sent + 1);
		assertThat(metric("hark_send_seconds_bucket{le=\"10.0\"}")).isEqualTo(sent + 1);
		assertThat(metric("hark_delivery_seconds_sum")).isBetween(0.000_001, 10.0);
		assertThat(metric("hark_barrier_wait_seconds_count")).isGreaterThan(sent);
		assertThat(metric("hark_stream_behind_max")).isPositive();
		assertThat(metric("hark_stream_resets_total")).isEqualTo(1);
		assertThat(metric("hark_stream_gaps_total")).isZero();
		assertThat(metric("hark_refused_total{reason=\"message.blank\"}")).isEqualTo(1);
		eventually(() -> assertThat(metric("hark_streams_open")).isEqualTo(open));
	}

	private double metric(String name) {
		return operator.get("/actuator/prometheus").expect(200).body().lines()
				.filter(line -> line.startsWith(name + " ")).findFirst()
				.map(line -> Double.parseDouble(line.substring(name.length() + 1)))
				.orElseThrow(() -> new AssertionError("no metric " + name));
	}
}
