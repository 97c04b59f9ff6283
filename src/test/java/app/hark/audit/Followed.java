package app.hark.audit;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

import app.hark.drive.Client;

/**
 * Somebody's stream over a socket of its own, by the least that HTTP/1.1 takes: a thousand readers share the machine with the
 * server, and what they cost is not to be measured as the server's.
 */
final class Followed extends InputStream {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private static final Duration ANSWER = Duration.ofSeconds(30);

	private static final int STATUS = "HTTP/1.1 ".length();

	private final Socket socket = new Socket();

	private InputStream in = InputStream.nullInputStream();

	/** Bytes of the chunk that is being read. */
	private long left;

	private boolean begun;

	/** Whether it comes in chunks, as from a proxy; else it comes as it is, and ends with the connection. */
	private boolean chunked;

	private Followed() {
	}

	/** Asks for what comes behind this id, and insists on getting it. */
	static Followed behind(Client device, String id) throws IOException {
		Followed stream = new Followed();
		try {
			stream.ask(device, id);
			return stream;
		} catch (IOException refused) {
			stream.close();
			throw refused;
		}
	}

	private void ask(Client device, String id) throws IOException {
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), device.port()),
				(int) CONNECT.toMillis());
		socket.setSoTimeout((int) ANSWER.toMillis());
		in = new BufferedInputStream(socket.getInputStream());
		String cookies = device.cookies().entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
				.collect(Collectors.joining("; "));
		socket.getOutputStream().write(("GET /stream HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\n"
				+ "Last-Event-ID: %s\r\n\r\n").formatted(device.port(), cookies, id)
				.getBytes(StandardCharsets.ISO_8859_1));
		String status = line();
		if (!status.startsWith("200", STATUS)) {
			throw new IOException(status);
		}
		// The other headers are looked at by other tests.
		for (String header = line(); !header.isEmpty(); header = line()) {
			chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
		}
		socket.setSoTimeout(0);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] to, int from, int atMost) throws IOException {
		if (!chunked) {
			return in.read(to, from, atMost);
		}
		if (left == 0) {
			if (begun) {
				line();
			}
			begun = true;
			left = size(line());
			if (left == 0) {
				return -1;
			}
		}
		int count = in.read(to, from, (int) Math.min(atMost, left));
		if (count < 0) {
			throw new EOFException();
		}
		left -= count;
		return count;
	}

	private static long size(String line) throws IOException {
		try {
			return Long.parseLong(line, 16);
		} catch (NumberFormatException broken) {
			throw new IOException(broken);
		}
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException();
			}
			line.append((char) next);
		}
		line.setLength(Math.max(0, line.length() - 1));
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
