package app.hark.drive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Somebody who asks for a stream, keeps the connection and reads nothing of it, as a phone does whose network has frozen. */
public final class StalledReader implements AutoCloseable {

	/** So small that little is on its way when nothing is read. */
	private static final int RECEIVE_BUFFER = 2_048;

	private final Socket socket = new Socket();

	private StalledReader(Client client, String path) throws IOException {
		socket.setReceiveBufferSize(RECEIVE_BUFFER);
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port()));
		String cookies = client.cookies().entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
				.collect(Collectors.joining("; "));
		socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\n\r\n"
				.formatted(path, client.port(), cookies).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Asks for a stream that begins behind this id. */
	public static StalledReader after(Client client, String id) {
		try {
			return new StalledReader(client, "/stream?after=" + id);
		} catch (IOException refused) {
			throw new UncheckedIOException(refused);
		}
	}

	/** Whether the server has given the connection up: it then refuses what is sent to it. */
	public boolean isGivenUp() {
		try {
			OutputStream out = socket.getOutputStream();
			out.write('\n');
			out.flush();
			return false;
		} catch (IOException reset) {
			return true;
		}
	}

	@Override
	public void close() {
		try {
			socket.close();
		} catch (IOException closedAlready) {
			// that is all we wanted
		}
	}
}
