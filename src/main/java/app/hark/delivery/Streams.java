package app.hark.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Follows inboxes for readers: a loop per open stream, on a virtual thread of its own. */
@Service
public class Streams {

	private static final Logger log = LoggerFactory.getLogger(Streams.class);

	private final Inboxes inboxes;
	private final Doorbell doorbell;
	private final Barrier barrier;
	private final Duration heartbeat;
	private final Duration handover;
	private final SecureRandom random;
	private final Meters meters;
	private final Presence presence;
	private final Watch watch;
	private final Departure departure;

	Streams(Inboxes inboxes, Doorbell doorbell, Barrier barrier, StreamProperties properties, SecureRandom random,
			Meters meters, Presence presence, Watch watch, Departure departure) {
		this.inboxes = inboxes;
		this.doorbell = doorbell;
		this.barrier = barrier;
		this.heartbeat = properties.heartbeat();
		this.handover = properties.handover();
		this.random = random;
		this.meters = meters;
		this.presence = presence;
		this.watch = watch;
		this.departure = departure;
	}

	/** What a stream needs to know about what it carries. */
	public interface Reader {

		/** What an entry looks like to its owner now; checks anew that the owner may see it, and is empty if not. */
		String html(long owner, Entry entry);

		/** What is true at the moment, the same text as long as it is the same. */
		String whisper(long owner, Whisper what);

		/** The same where there is nothing to say. */
		String silence(Whisper what);

		/**
		 * A device of the owner has the entries of messages in this part of the inbox. Must not wait for anything.
		 *
		 * @param after where the part begins, 0 if the device has all there is before
		 */
		void passed(long owner, long after, long upTo);
	}

	/** Before this node ends by itself and nobody waits for it: ends its streams slowly where others take them, else does nothing. */
	public void sendAway() {
		if (handover.isPositive()) {
			departure.sendAway(handover);
		}
	}

	/** Whether this node ends and leaves new streams to others, which a proxy asks when it is refused. */
	public boolean areSentAway() {
		return departure.isSendingAway();
	}

	/** Whether this node has not heard from its database for seconds: then it knows of nobody whether they may still read. */
	public boolean areBlind() {
		return watch.isBlind();
	}

	/**
	 * What writes what happens in an inbox until the reader leaves or the server ends the stream. Where it starts at now, that is
	 * now: whoever has been answered misses nothing that is sent from then on.
	 *
	 * @param lease what the reader was let in with; the stream ends within seconds of its end
	 * @param lastId the id of the last event seen, as the client sent it; null starts at now
	 */
	public Beginning open(long owner, String lease, @Nullable String lastId, Reader reader) {
		var from = lastId == null ? new From.Now(inboxes.end(owner)) : new From.Behind(lastId);
		return new Beginning(this, doorbell, departure, owner, lease, from, reader);
	}

	/** Where a stream begins: where the inbox ended when it was asked for, or behind an id. */
	sealed interface From {

		record Now(Cursor end) implements From {
		}

		record Behind(String id) implements From {
		}
	}

	void follow(Ear ear, From from, Connection connection, Reader reader) {
		long opened = System.nanoTime();
		meters.opened();
		presence.came(ear.owner);
		String why = "failed";
		log.debug("stream opened: person {}{}", ear.owner, from instanceof From.Now ? "" : ", resuming");
		try {
			why = new OpenStream(inboxes, barrier, heartbeat, random, ear, connection, meters, reader).run(from);
		} catch (IOException _) {
			why = "reader left";
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			why = "interrupted";
		} finally {
			presence.left(ear.owner);
			meters.closed();
			log.debug("stream ended: person {}, {}, after {} s", ear.owner, why,
					Duration.ofNanos(System.nanoTime() - opened).toSeconds());
		}
	}
}
