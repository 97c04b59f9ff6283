package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;

/** Requests that no browser sends: what a smuggler or a scanner writes on the wire. */
@HarkTest
class RawRequestsTest {

	@LocalServerPort int port;

	@Test
	void ofTwoLengthsTheChunksCountAndWhatFollowsIsNoSecondRequest() throws IOException {
		String answers = exchange("POST /sign-in HTTP/1.1", "Host: localhost", "Content-Length: 60",
				"Transfer-Encoding: chunked", "", "0", "", "GET /actuator/health HTTP/1.1", "Host: localhost",
				"Connection: close", "", "");

		assertThat(statuses(answers)).as("a proxy that counts the length has sent one request").isIn(List.of(400),
				List.of(403), List.of(403, 200));
		assertThat(answers).as("the body is not waited for").isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"Content-Length: 5\r\nContent-Length: 6", "Content-Length: 5, 6", "Content-Length: -1",
			"Transfer-Encoding: chunked\r\nTransfer-Encoding: xchunked", "Host : localhost", "A: b\rC: d",
			"Accept-Encoding:\1"})
	void headersThatCanBeReadTwoWaysAreRefused(String header) throws IOException {
		String answer = exchange("POST /sign-in HTTP/1.1", "Host: localhost", header, "Connection: close", "", "");

		assertThat(statuses(answer)).hasSize(1).allMatch(status -> status >= 400 && status < 600);
		assertThat(answer).contains("X-Content-Type-Options: nosniff").doesNotContainIgnoringCase("tomcat")
				.doesNotContainIgnoringCase("exception");
	}

	@ParameterizedTest
	@ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND"})
	void methodsThatHarkDoesNotSpeakAreRefused(String method) throws IOException {
		String answer = exchange(method + " /sign-in HTTP/1.1", "Host: localhost", "Cookie: hark=secret",
				"Connection: close", "", "");

		assertThat(statuses(answer)).hasSize(1).allMatch(status -> status >= 400 && status < 600);
		assertThat(answer).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Content-Length: 0\r\n\r\n", "Content-Length: 5\r\n\r\n", "Content-Length: 5\r\n\r\nhello",
			"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "\r\n\r\n", "\r\nGET /sign-in HTTP/1.1\r\n"})
	void whoeverSendsMoreWhereAStreamIsAskedForHasNotLeft(String more) throws IOException {
		staysConnected(more, false);
	}

	@Test
	void whoeverHasClosedOnlyTheirHalfHasNotLeft() throws IOException {
		staysConnected("\r\n", true);
	}

	private void staysConnected(String more, boolean half) throws IOException {
		Client reader = Client.at(port).signUp(People.someone());
		String cookies = reader.cookies().entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
				.collect(Collectors.joining("; "));
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(10_000);
			send(socket, "GET /stream HTTP/1.1", "Host: localhost", "Cookie: " + cookies, more);
			if (half) {
				socket.shutdownOutput();
			}
			var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

			assertThat(lines.lines().filter("event: ping"::equals).limit(4)).as("pings").hasSize(4);
		}
	}

	private String exchange(String... lines) throws IOException {
		try (Socket socket = new Socket("localhost", port)) {
			socket.setSoTimeout(10_000);
			send(socket, lines);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void send(Socket socket, String... lines) throws IOException {
		socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
	}

	private static List<Integer> statuses(String answers) {
		return answers.lines().filter(line -> line.startsWith("HTTP/1.1 "))
				.map(line -> Integer.valueOf(line.split(" ")[1]))
				.toList();
	}
}
