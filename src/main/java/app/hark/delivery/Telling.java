package app.hark.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells the other nodes what there is to tell: gathers it for a few milliseconds and sends it as one notification, on a
 * connection of its own. Never inside the transaction that it is about: a commit that notifies takes a lock that all such
 * commits share.
 */
final class Telling implements Nodes {

	static final String CHANNEL = "hark";

	private static final String PURPOSE = "tells";

	private static final Duration GATHERS = Duration.ofMillis(3);

	/** More than this waits only while the database is away. */
	private static final int MOST = 20_000;

	private static final String SEND = "select pg_notify(?, payload) from unnest(?::text[]) as payload";

	private final Wire wire;
	private final String node;
	private final Worker worker = new Worker(PURPOSE);

	/** Guarded by itself. */
	private final Collection<Note> waiting = new LinkedHashSet<>();

	/** Only touched by the worker. */
	private @Nullable Connection connection;

	Telling(Wire wire, String node) {
		this.wire = wire;
		this.node = node;
	}

	void start() {
		worker.start(this::send);
	}

	void stop() {
		synchronized (waiting) {
			worker.stop();
			waiting.notifyAll();
		}
		worker.awaitEnd();
	}

	@Override
	public void tell(Topic topic, long... ids) {
		synchronized (waiting) {
			if (waiting.size() < MOST && waiting.add(Note.of(topic, ids))) {
				waiting.notifyAll();
			}
		}
	}

	private void send() throws InterruptedException, SQLException {
		try {
			while (worker.isRunning()) {
				send(Note.payloads(node, gather()));
			}
		} finally {
			hangUp();
		}
	}

	private Collection<Note> gather() throws InterruptedException {
		synchronized (waiting) {
			while (waiting.isEmpty() && worker.isRunning()) {
				waiting.wait();
			}
		}
		Thread.sleep(GATHERS);
		synchronized (waiting) {
			var gathered = List.copyOf(waiting);
			waiting.clear();
			return gathered;
		}
	}

	private void send(List<String> payloads) throws SQLException {
		var open = connection == null ? wire.open(PURPOSE) : connection;
		connection = open;
		try (var notify = open.prepareStatement(SEND)) {
			notify.setString(1, CHANNEL);
			notify.setArray(2, open.createArrayOf("text", payloads.toArray()));
			notify.execute();
		}
	}

	private void hangUp() throws SQLException {
		var open = connection;
		connection = null;
		if (open != null) {
			open.close();
		}
	}
}
