package app.hark.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests byte by byte: what no well-behaved client sends. */
final class Wire {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int LONGEST_ANSWER = 4_000_000;

	private final int port;

	Wire(int port) {
		this.port = port;
	}

	/** @param status 0 if the server closed without a word, -1 if it neither answered nor closed */
	record Answer(int status, String text) {
	}

	/** Sends one request and reads until the server closes; of a stream, only its first event. */
	Answer send(String request) {
		byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		boolean silent = false;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout((int) PATIENCE.toMillis());
			write(socket, bytes);
			read(socket.getInputStream(), answer);
		} catch (java.net.SocketTimeoutException _) {
			silent = answer.size() == 0;
		} catch (IOException _) {
			// What came before counts.
		}
		String text = answer.toString(StandardCharsets.UTF_8);
		return new Answer(silent ? -1 : status(text), text);
	}

	/** A server that has read enough may close before it has read all. */
	private static void write(Socket socket, byte[] bytes) {
		try {
			socket.getOutputStream().write(bytes);
			socket.shutdownOutput();
		} catch (IOException _) {
			// The answer says why.
		}
	}

	private static void read(InputStream in, ByteArrayOutputStream answer) throws IOException {
		byte[] part = new byte[16_384];
		for (int count = in.read(part); count >= 0 && answer.size() < LONGEST_ANSWER; count = in.read(part)) {
			answer.write(part, 0, count);
			String begin = answer.size() < 3_000 ? answer.toString(StandardCharsets.UTF_8) : "";
			if (begin.contains("text/event-stream") && begin.contains("event: ")) {
				return;
			}
		}
	}

	private static int status(String answer) {
		String begin = answer.substring(0, Math.min(12, answer.length()));
		return begin.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(begin.substring(9)) : 0;
	}
}
