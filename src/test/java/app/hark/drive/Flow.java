package app.hark.drive;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who writes on and on into one conversation, "message 1", "message 2" and so on. A send that gets no answer is
 * repeated with the same token until it is answered, so that in the end each text must be there exactly once.
 */
public final class Flow implements AutoCloseable {

	private final Client client;

	private final long conversation;

	private final String text;

	private final Duration pause;

	private final List<String> acknowledged = new CopyOnWriteArrayList<>();

	private final Thread writer;

	private volatile boolean writing = true;

	private Flow(Client client, long conversation, String text, Duration pause) {
		this.text = text;
		this.client = client;
		this.conversation = conversation;
		this.pause = pause;
		this.writer = Thread.ofVirtual().start(this::write);
	}

	/** Begins to write, about ten messages in a second. */
	public static Flow of(Client client, long conversation) {
		return new Flow(client, conversation, "message", Duration.ofMillis(100));
	}

	/** Begins to write without a pause. */
	public static Flow flood(Client client, long conversation) {
		return flood(client, conversation, "message");
	}

	/** Begins to write without a pause, with another word than "message". */
	public static Flow flood(Client client, long conversation, String text) {
		return new Flow(client, conversation, text, Duration.ZERO);
	}

	/** Waits until so many more messages have been acknowledged. */
	public Flow awaitMore(int count) {
		int enough = acknowledged.size() + count;
		eventually(() -> assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough));
		return this;
	}

	/** What the server has acknowledged so far, in order. */
	public List<String> acknowledged() {
		return List.copyOf(acknowledged);
	}

	/** Ends it, after the last send has been acknowledged. */
	public List<String> stop() {
		writing = false;
		try {
			assertThat(writer.join(Duration.ofSeconds(30))).as("the last send of the flow ends").isTrue();
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		return acknowledged();
	}

	@Override
	public void close() {
		writing = false;
		writer.interrupt();
	}

	private void write() {
		for (int number = 1; writing; number++) {
			String body = text + " " + number;
			String token = Client.freshToken();
			while (!isTaken(body, token) && !Thread.currentThread().isInterrupted()) {
				LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			}
			LockSupport.parkNanos(pause.toNanos());
		}
	}

	private boolean isTaken(String body, String token) {
		try {
			boolean taken = client.trySay(conversation, body, token).status() == 303;
			if (taken) {
				acknowledged.add(body);
			}
			return taken;
		} catch (Unreachable away) {
			return false;
		}
	}
}
