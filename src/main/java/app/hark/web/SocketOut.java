package app.hark.web;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.tomcat.util.net.SocketWrapperBase;

/** Writes to a connection of Tomcat as it is, with nothing around what is written. Waits for a reader who is slow. */
final class SocketOut extends OutputStream {

	private final SocketWrapperBase<?> socket;

	SocketOut(SocketWrapperBase<?> socket) {
		this.socket = socket;
	}

	@Override
	public void write(int single) throws IOException {
		write(new byte[]{(byte) single});
	}

	@Override
	public void write(byte[] bytes, int from, int count) throws IOException {
		socket.write(true, bytes, from, count);
	}

	@Override
	public void flush() throws IOException {
		socket.flush(true);
	}
}
