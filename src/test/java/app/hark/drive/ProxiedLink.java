package app.hark.drive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection through the proxy: requests are read one by one, answers pass as they come. */
final class ProxiedLink {

	private static final byte[] UNAVAILABLE = ("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n"
			+ "Connection: close\r\n\r\n").getBytes(ISO_8859_1);

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

	private final Socket client;

	private final Socket server;

	private final Faults faults;

	private volatile boolean silenced;

	private volatile boolean losesAnswer;

	private volatile String lastAsked = "";

	ProxiedLink(Socket client, Socket server, Faults faults) throws IOException {
		this.client = client;
		this.server = server;
		this.faults = faults;
		client.setTcpNoDelay(true);
		server.setTcpNoDelay(true);
	}

	void start(Runnable atEnd) {
		Thread.ofVirtual().start(() -> {
			carry(this::requests);
			atEnd.run();
		});
		Thread.ofVirtual().start(() -> carry(this::answers));
	}

	void silence() {
		silenced = true;
	}

	void closeIfLastAsked(String path) {
		if (lastAsked.equals(path)) {
			close();
		}
	}

	void closeUnlessASilentStream() {
		if (silenced && !lastAsked.equals("/stream")) {
			close();
		}
	}

	void close() {
		shut(client);
		shut(server);
	}

	private void carry(Direction direction) {
		try {
			direction.carry();
		} catch (IOException broken) {
			// either side has gone: so has the link
		} finally {
			hangUp();
		}
	}

	/** One side has gone; the other learns of it, unless the link is silent. */
	private void hangUp() {
		if (!silenced) {
			close();
		}
	}

	private void requests() throws IOException {
		InputStream from = new BufferedInputStream(client.getInputStream());
		OutputStream to = server.getOutputStream();
		for (String head = head(from); !head.isEmpty(); head = head(from)) {
			Matcher length = LENGTH.matcher(head);
			byte[] body = from.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
			String[] line = head.split(" ", 3);
			lastAsked = line[1].split("\\?", 2)[0];
			if (faults.takes503(lastAsked)) {
				client.getOutputStream().write(UNAVAILABLE);
				return;
			}
			losesAnswer = faults.losesAnswer(line[0], lastAsked);
			if (passes()) {
				to.write(head.getBytes(ISO_8859_1));
				to.write(body);
				to.flush();
			}
		}
	}

	private void answers() throws IOException {
		byte[] piece = new byte[16_384];
		ByteArrayOutputStream held = new ByteArrayOutputStream();
		InputStream from = server.getInputStream();
		for (int read = from.read(piece); read >= 0 && !losesAnswer; read = from.read(piece)) {
			held.write(piece, 0, read);
			if (held.size() >= faults.block || !lastAsked.equals("/stream")) {
				if (passes()) {
					held.writeTo(client.getOutputStream());
				}
				held.reset();
			}
		}
	}

	/** Takes the time that the link takes, and tells whether anything comes out at its other end. */
	private boolean passes() {
		LockSupport.parkNanos(faults.delay.toNanos());
		silenced |= faults.silent;
		return !silenced;
	}

	private static String head(InputStream from) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int matched = 0;
		while (matched < 4) {
			int next = from.read();
			if (next < 0) {
				return "";
			}
			head.write(next);
			matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
		}
		return head.toString(ISO_8859_1);
	}

	private static void shut(Socket socket) {
		try {
			socket.close();
		} catch (IOException closedAlready) {
			// that is all we wanted
		}
	}

	private interface Direction {

		void carry() throws IOException;
	}
}
