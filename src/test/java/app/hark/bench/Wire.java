package app.hark.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that stays open, with as little work per request as can be: the load must not be what is measured. */
final class Wire implements AutoCloseable {

	private static final int PATIENCE_MS = 30_000;

	private final URI address;

	private Socket socket;

	private InputStream in;

	private OutputStream out;

	private boolean ends;

	private final String always;

	/** @param body as text, without what its transfer has added */
	record Answer(int status, String headers, String body) {

		Answer expect(int expected) {
			if (status != expected) {
				throw new AssertionError(status + " instead of " + expected + ": " + headers + "\n" + body);
			}
			return this;
		}

		/** Insists on a whole page or fragment that says this. */
		Answer says(String... parts) {
			if (!headers.toLowerCase(Locale.ROOT).contains("content-type: text/html")) {
				throw new AssertionError("no HTML: " + headers);
			}
			for (String part : parts) {
				if (!body.contains(part)) {
					throw new AssertionError("without \"" + part + "\": " + body);
				}
			}
			return this;
		}
	}

	/** @param cookie who asks */
	Wire(URI address, String cookie) throws IOException {
		this.address = address;
		this.always = " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: " + cookie + "\r\n";
		this.socket = connect();
		this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
		this.out = socket.getOutputStream();
	}

	private Socket connect() throws IOException {
		Socket made = new Socket(address.getHost(), address.getPort());
		made.setTcpNoDelay(true);
		made.setSoTimeout(PATIENCE_MS);
		return made;
	}

	/** As a browser does when it was told that the last answer was the last. */
	private void again() throws IOException {
		socket.close();
		socket = connect();
		in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
		out = socket.getOutputStream();
		ends = false;
	}

	/** @param headers whole lines, each with its end */
	Answer get(String path, String headers) throws IOException {
		return ask("GET " + path + always + headers + "\r\n");
	}

	/** @param form encoded already */
	Answer post(String path, String headers, String form) throws IOException {
		return ask("POST " + path + always + headers + "Content-Type: application/x-www-form-urlencoded\r\n"
				+ "Content-Length: " + form.length() + "\r\n\r\n" + form);
	}

	private Answer ask(String request) throws IOException {
		if (ends) {
			again();
		}
		out.write(request.getBytes(StandardCharsets.US_ASCII));
		String status = line();
		StringBuilder headers = new StringBuilder();
		int length = -1;
		for (String line = line(); !line.isEmpty(); line = line()) {
			headers.append(line).append('\n');
			if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Integer.parseInt(line.substring(15).strip());
			}
		}
		String lower = headers.toString().toLowerCase(Locale.ROOT);
		boolean chunked = lower.contains("transfer-encoding: chunked");
		ends = lower.contains("connection: close");
		byte[] body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
		return new Answer(Integer.parseInt(status.substring(9, 12)), headers.toString(),
				new String(body, StandardCharsets.UTF_8));
	}

	private byte[] chunks() throws IOException {
		var body = new ByteArrayOutputStream(1 << 15);
		for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
			body.write(in.readNBytes(size));
			line();
		}
		line();
		return body.toByteArray();
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(64);
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new EOFException("the connection ended");
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
