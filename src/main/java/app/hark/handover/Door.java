package app.hark.handover;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The port, opened as soon as the one before has closed it, which is the first that it does when it ends: whoever comes while
 * the database changes hands is not turned away, and waits until everything runs.
 */
final class Door {

	private final WebServerApplicationContext context;
	private boolean open;

	Door(WebServerApplicationContext context) {
		this.context = context;
	}

	/** Does nothing where it is open, and where the port is taken. */
	void tryOpen() throws IOException {
		if (!open && isFree()) {
			Objects.requireNonNull(context.getWebServer()).start();
			open = true;
		}
	}

	/** Binds without listening, so that nobody comes in by it. */
	private boolean isFree() throws IOException {
		var server = context.getBean(ServerProperties.class);
		int port = server.getPort() == null ? 8080 : server.getPort();
		try (var socket = new Socket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(server.getAddress(), port));
			return true;
		} catch (BindException _) {
			return false;
		}
	}
}
