package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a browser and the server, which can be broken in the ways in which networks break: cut, closed,
 * silent, slow, or answering for the server.
 */
public final class Proxy implements AutoCloseable {

	private final ServerSocket door;

	private final int target;

	private final Set<ProxiedLink> links = ConcurrentHashMap.newKeySet();

	final Faults faults = new Faults();

	/** Counted by the one thread that accepts. */
	private int accepted;

	private Proxy(int target) throws IOException {
		this.target = target;
		this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	public static Proxy before(HarkServer server) {
		return before(server.port());
	}

	public static Proxy before(int port) {
		try {
			return new Proxy(port);
		} catch (IOException unable) {
			throw new UncheckedIOException(unable);
		}
	}

	public URI url() {
		return URI.create("http://localhost:" + door.getLocalPort());
	}

	/** Breaks every connection at once; new ones are let through. */
	public void cut() {
		links.forEach(ProxiedLink::close);
	}

	/** Breaks every connection and lets none through until {@link #heal}: the cable is out. */
	public void goDown() {
		faults.down = true;
		cut();
	}

	/** Passes nothing any more, in either direction, while every connection stays open: a half-open link. */
	public void goSilent() {
		faults.silent = true;
		links.forEach(ProxiedLink::silence);
	}

	/** From now on every piece takes this long in each direction. */
	public void delay(Duration each) {
		faults.delay = each;
	}

	/** Breaks every second new connection at once. */
	public void dropHalf() {
		faults.halfDropped = true;
		cut();
	}

	/** Keeps what streams bring until so many bytes have come together, as a proxy does that buffers. */
	public void buffer(int bytes) {
		faults.block = bytes;
		cut();
	}

	/** Answers the next requests to this path with 503 itself, as a reverse proxy does while the server is away. */
	public void answer503(String path, int times) {
		faults.unavailable(path, times);
		links.forEach(link -> link.closeIfLastAsked(path));
	}

	/**
	 * Lets posts to such paths through to the server, but breaks the connection instead of handing back the answer. Until
	 * healed, because Chromium itself repeats a request once whose connection had been used before.
	 */
	public void loseAnswersTo(String pathEnd) {
		faults.answerLost = pathEnd;
	}

	/** How many of the answers ordered with {@link #answer503} have been given. */
	public int given503() {
		return faults.given.get();
	}

	/** Connections that carried a stream when the link went silent stay silent for ever, as they do in life. */
	public void heal() {
		faults.clear();
		links.forEach(ProxiedLink::closeUnlessASilentStream);
	}

	@Override
	public void close() {
		try {
			door.close();
		} catch (IOException closedAlready) {
			throw new UncheckedIOException(closedAlready);
		}
		cut();
	}

	private void accept() {
		while (!door.isClosed()) {
			try {
				Socket client = door.accept();
				if (faults.down || faults.halfDropped && (++accepted & 1) == 0) {
					client.setSoLinger(true, 0);
					client.close();
				} else {
					begin(client);
				}
			} catch (IOException closedOrRefused) {
				// the loop's condition tells which; a browser asks again
			}
		}
	}

	private void begin(Socket client) throws IOException {
		try {
			ProxiedLink link = new ProxiedLink(client, new Socket(InetAddress.getLoopbackAddress(), target), faults);
			links.add(link);
			link.start(() -> links.remove(link));
		} catch (IOException serverIsDown) {
			client.close();
		}
	}
}
