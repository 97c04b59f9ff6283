package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes whatever comes to one address on to a port of this machine, byte by byte. */
public final class Forwarding implements AutoCloseable {

	private final ServerSocket door;

	private final int target;

	private Forwarding(InetAddress here, int target) throws IOException {
		this.door = new ServerSocket(0, 200, here);
		this.target = target;
		Thread.ofVirtual().start(this::accept);
	}

	public static Forwarding from(InetAddress here, int target) {
		try {
			return new Forwarding(here, target);
		} catch (IOException unable) {
			throw new UncheckedIOException(unable);
		}
	}

	/** Where it listens. */
	public String address() {
		return door.getInetAddress().getHostAddress() + ":" + door.getLocalPort();
	}

	private void accept() {
		while (!door.isClosed()) {
			try {
				Socket one = door.accept();
				Socket other = new Socket(InetAddress.getLoopbackAddress(), target);
				Thread.ofVirtual().start(() -> pass(one, other));
				Thread.ofVirtual().start(() -> pass(other, one));
			} catch (IOException closedOrRefused) {
				// the loop's condition tells which
			}
		}
	}

	private static void pass(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException broken) {
			// both are closed now
		}
	}

	@Override
	public void close() {
		try {
			door.close();
		} catch (IOException closedAlready) {
			throw new UncheckedIOException(closedAlready);
		}
	}
}
