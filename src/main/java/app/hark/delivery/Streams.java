package app.hark.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Follows inboxes for readers: a loop per open stream, on the virtual thread of its request. */
@Service
public class Streams {

	private static final Logger log = LoggerFactory.getLogger(Streams.class);
	private static final int BATCH = 100;

	private final Inboxes inboxes;
	private final Doorbell doorbell;
	private final Duration heartbeat;
	private final SecureRandom random;

	Streams(Inboxes inboxes, Doorbell doorbell, StreamProperties properties, SecureRandom random) {
		this.inboxes = inboxes;
		this.doorbell = doorbell;
		this.heartbeat = properties.heartbeat();
		this.random = random;
	}

	/** What an entry looks like to its owner now; checks anew that the owner may see it, and is empty if not. */
	@FunctionalInterface
	public interface Renderer {
		String html(long owner, Entry entry);
	}

	/**
	 * Writes what happens in an inbox until the reader leaves or the server ends the stream.
	 *
	 * @param lease what the reader was let in with; the stream ends within seconds of its end
	 * @param lastId the id of the last event seen, as the client sent it; null starts at now
	 */
	public void follow(long owner, String lease, @Nullable String lastId, OutputStream out, Renderer renderer) {
		long opened = System.nanoTime();
		// Registered before the first read: what commits in between has already rung.
		Ear ear = doorbell.listen(owner, lease);
		String why = "failed";
		log.info("stream opened: person {}{}", owner, lastId == null ? "" : ", resuming");
		try {
			why = new Turn(ear, new EventWriter(out), renderer).run(lastId);
		} catch (IOException _) {
			why = "reader left";
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			why = "interrupted";
		} finally {
			doorbell.leave(ear);
			log.info("stream ended: person {}, {}, after {} s", owner, why,
					Duration.ofNanos(System.nanoTime() - opened).toSeconds());
		}
	}

	/** One open stream. */
	private final class Turn {

		private final Ear ear;
		private final EventWriter events;
		private final Renderer renderer;
		private long position;
		private long lastWrite = System.nanoTime();

		Turn(Ear ear, EventWriter events, Renderer renderer) {
			this.ear = ear;
			this.events = events;
			this.renderer = renderer;
		}

		String run(@Nullable String lastId) throws IOException, InterruptedException {
			start(lastId);
			while (ear.end() == null) {
				var batch = inboxes.after(ear.owner, position, BATCH);
				for (Entry entry : batch) {
					if (ear.end() != null || !write(entry)) {
						break;
					}
				}
				if (!batch.isEmpty()) {
					flush();
				} else {
					rest();
				}
			}
			return farewell(Objects.requireNonNull(ear.end()));
		}

		private void start(@Nullable String lastId) throws IOException {
			events.comment("hark");
			var resumed = lastId == null ? null : inboxes.resume(ear.owner, Cursor.parse(lastId));
			if (resumed != null && resumed.isPresent()) {
				position = resumed.getAsLong();
			} else {
				startAtNow(lastId != null);
			}
			flush();
		}

		private void startAtNow(boolean reset) throws IOException {
			Cursor now = inboxes.end(ear.owner);
			position = now.position();
			if (reset) {
				events.event("reset", now, "");
			}
		}

		/** An entry that does not follow the last one means that pruning overtook this reader. */
		private boolean write(Entry entry) throws IOException {
			if (entry.position() != position + 1) {
				startAtNow(true);
				return false;
			}
			events.event(entry.kind().event(), entry.cursor(), renderer.html(ear.owner, entry));
			position = entry.position();
			return true;
		}

		/** Waits to be woken; a stream that has been silent for a heartbeat pings, so that both sides notice a dead link. */
		private void rest() throws IOException, InterruptedException {
			Duration left = heartbeat.minusNanos(System.nanoTime() - lastWrite);
			if (left.isPositive()) {
				ear.await(left);
			} else {
				events.event("ping", null, "");
				flush();
			}
		}

		private String farewell(Ear.End end) throws IOException {
			switch (end) {
				case SHUTTING_DOWN -> {
					// Everybody comes back at a time of their own, so that a restart is no storm.
					events.retry(Duration.ofMillis(500 + random.nextInt(2_000)));
					events.event("bye", null, "");
				}
				case SIGNED_OUT -> events.event("signed-out", null, "");
				case REPLACED -> events.event("replaced", null, "");
			}
			flush();
			return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

		private void flush() throws IOException {
			events.flush();
			lastWrite = System.nanoTime();
		}
	}
}
