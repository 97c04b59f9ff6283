package app.hark.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

import app.hark.delivery.Connection;

/**
 * The connection of an answer that has begun and goes on for days. Tomcat keeps a hundred kilobytes for each answer that it is
 * in the middle of, and the thread of a request is as deep as all its filters. So the connection is taken from it behind the
 * headers, as WebSocket takes it behind its handshake: the buffers serve others, a shallow thread of its own writes the rest,
 * and the answer ends with the connection. Tomcat's poller then says at once when its client has left.
 */
public final class Detached implements InternalHttpUpgradeHandler {

	private static final Logger log = LoggerFactory.getLogger(Detached.class);

	/** Bounds how long a reader who has stopped reading can block a write: less than the five seconds in which streams have to end. */
	private static final Duration WRITE = Duration.ofSeconds(4);

	private static final int IGNORED = 256;
	private static final int TIMES = 64;

	private @Nullable Consumer<Connection> rest;
	private @Nullable SocketWrapperBase<?> socket;

	/** Whether the client has closed the connection, or at least their half of it. */
	private volatile boolean closed;

	/**
	 * Sends the status and the headers, and has the rest written when the request is over.
	 *
	 * @param rest runs on a thread of its own, and the connection ends with it; of a request with a body, for which Tomcat would
	 * wait before it lets go, it runs at once, and whether the client has left is only found out by writing
	 */
	static void answer(HttpServletRequest request, HttpServletResponse response, Consumer<Connection> rest)
			throws IOException, ServletException {
		if (hasBody(request)) {
			rest.accept(new Connection(response.getOutputStream(), () -> false));
			return;
		}
		// Else what follows would have to come in chunks, and the last one would be sent now.
		response.setHeader(HttpHeaders.CONNECTION, "close");
		response.flushBuffer();
		request.upgrade(Detached.class).rest = rest;
	}

	private static boolean hasBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	@Override
	public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
		socket = wrapper;
	}

	@Override
	public void init(WebConnection connection) {
		var taken = requireNonNull(socket);
		var stream = requireNonNull(rest);
		taken.setWriteTimeout(WRITE.toMillis());
		// Else the channel would go on to hold the buffer of the headers, and with it all that Tomcat has for the
		// answer.
		taken.setAppReadBufHandler(ApplicationBufferHandler.EMPTY);
		Thread.ofVirtual().name("stream").start(() -> {
			try {
				stream.accept(new Connection(new SocketOut(taken), () -> closed));
			} catch (RuntimeException e) {
				log.error("a stream has failed", e);
			} finally {
				end(taken);
			}
		});
	}

	/** Not while Tomcat looks at it, which would go on with what by then belongs to another connection. */
	private static void end(SocketWrapperBase<?> socket) {
		socket.getLock().lock();
		try {
			socket.close();
		} finally {
			socket.getLock().unlock();
		}
	}

	/** A client who has closed only their own half may read on: that is found out by writing, and not here. */
	@Override
	public SocketState upgradeDispatch(SocketEvent event) {
		if (event != SocketEvent.OPEN_READ) {
			closed = true;
			return SocketState.CLOSED;
		}
		closed = hasEnded(requireNonNull(socket));
		return closed ? SocketState.SUSPENDED : SocketState.UPGRADED;
	}

	/** Nothing that comes now means anything, except that no more will come. Who sends very much of it is not listened to. */
	private static boolean hasEnded(SocketWrapperBase<?> socket) {
		byte[] ignored = new byte[IGNORED];
		try {
			int count = 1;
			for (int i = 0; i < TIMES && count > 0; i++) {
				count = socket.read(false, ignored, 0, ignored.length);
			}
			return count != 0;
		} catch (IOException _) {
			return true;
		}
	}

	@Override
	public void setSslSupport(SSLSupport support) {
		// A proxy has it.
	}

	@Override
	public void timeoutAsync(long now) {
		// A stream pings by itself.
	}

	@Override
	public void pause() {
		// The streams are ended before Tomcat is.
	}

	@Override
	public void destroy() {
		closed = true;
	}
}
