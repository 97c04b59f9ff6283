package app.hark.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.postgresql.PGConnection;

/**
 * Hears what the other nodes tell, on a connection of its own. Whenever that begins, whatever was told before may be missing:
 * then all is looked at.
 */
final class Listening {

	private static final String PURPOSE = "listens";

	/** After so long without a word it asks whether the link is still there. */
	private static final Duration SILENCE = Duration.ofSeconds(2);

	/** What is only true for the moment waits behind so much more, or is lost. */
	private static final int HEARSAY = 1_000;

	private final Wire wire;
	private final String node;
	private final Runnable sweep;
	private final Consumer<Note> rings;
	private final Nodes.Listener others;
	private final Worker worker = new Worker(PURPOSE);
	private final ThreadPoolExecutor hearsay = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(HEARSAY), Thread.ofPlatform().daemon().name("node hearsay").factory(),
			new ThreadPoolExecutor.DiscardPolicy());

	/**
	 * @param sweep looks at all inboxes that somebody follows here
	 * @param rings takes the notes about inboxes, and waits for nothing
	 * @param others takes all other notes
	 */
	Listening(Wire wire, String node, Runnable sweep, Consumer<Note> rings, Nodes.Listener others) {
		this.wire = wire;
		this.node = node;
		this.sweep = sweep;
		this.rings = rings;
		this.others = others;
	}

	void start() {
		worker.start(this::listen);
	}

	void stop() {
		worker.stop();
		worker.awaitEnd();
		hearsay.shutdown();
	}

	private void listen() throws SQLException {
		try (var connection = wire.open(PURPOSE); var statement = connection.createStatement()) {
			statement.execute("listen " + Telling.CHANNEL);
			sweep.run();
			while (worker.isRunning()) {
				hear(connection);
			}
		}
	}

	private void hear(Connection connection) throws SQLException {
		var heard = connection.unwrap(PGConnection.class).getNotifications((int) SILENCE.toMillis());
		if (heard == null || heard.length == 0) {
			if (!connection.isValid((int) SILENCE.toSeconds())) {
				throw new SQLException("it does not answer");
			}
			return;
		}
		for (var notification : heard) {
			hear(notification.getParameter());
		}
	}

	private void hear(String payload) {
		String from = Note.node(payload);
		if (from.equals(node)) {
			return;
		}
		for (Note note : Note.read(payload)) {
			if (note.topic() == Topic.INBOX) {
				rings.accept(note);
			} else {
				hearsay.execute(() -> others.heard(from, note.topic(), note.ids()));
			}
		}
	}
}
