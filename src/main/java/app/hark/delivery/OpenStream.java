package app.hark.delivery;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One open stream: a loop that reads behind its position, writes, and rests until it is woken. */
final class OpenStream {

	private static final Logger log = LoggerFactory.getLogger(OpenStream.class);

	/** What comes within this time leaves in one packet; a reader who is far behind does not wait for a whole batch. */
	private static final Duration TOGETHER = Duration.ofMillis(50);

	private final Inboxes inboxes;
	private final Incoming incoming;
	private final Farewell farewell;
	private final Ear ear;
	private final EventWriter events;
	private final Pulse pulse;
	private final Meters meters;
	private final Streams.Reader reader;
	private final Whispering whispering;
	private long position;

	/** Behind what the reader has everything from; 0 if an id has proved that nothing is missing. */
	private long begin;

	OpenStream(Inboxes inboxes, Barrier barrier, Duration heartbeat, SecureRandom random, Ear ear,
			Connection connection, Meters meters, Streams.Reader reader) {
		this.inboxes = inboxes;
		this.ear = ear;
		this.events = new EventWriter(connection.out());
		this.incoming = new Incoming(inboxes, barrier, ear, events);
		this.farewell = new Farewell(events, random);
		this.pulse = new Pulse(ear, events, heartbeat);
		this.meters = meters;
		this.reader = reader;
		this.whispering = new Whispering(ear, events, reader);
	}

	/** Answers why it has ended. */
	String run(Streams.From from) throws IOException, InterruptedException {
		try {
			start(from);
			follow();
			return farewell.say(Objects.requireNonNull(ear.end()));
		} catch (DataAccessException | TransactionException e) {
			log.debug("a stream ends, as the database does not answer", e);
			return farewell.say(End.SENT_AWAY);
		}
	}

	private void follow() throws IOException, InterruptedException {
		var rung = OptionalLong.empty();
		while (ear.end() == null) {
			var batch = incoming.after(position);
			for (Entry entry : batch) {
				if (ear.end() != null || !write(entry)) {
					break;
				}
			}
			if (!batch.isEmpty()) {
				pulse.flush();
				meters.found(batch.size());
				rung.ifPresent(meters::delivered);
				pulse.check();
				passed(batch);
				rung = OptionalLong.empty();
			}
			// What lasts comes before what is only true for the moment.
			whispering.go();
			if (batch.isEmpty()) {
				// At the beginning: a first line leaves, and the client knows that it is followed.
				events.flush();
				rung = pulse.rest();
			}
		}
	}

	/** Only messages count: what tells of their arrival must not set off the next such telling. */
	private void passed(List<Entry> batch) {
		if (batch.stream().anyMatch(entry -> entry.kind() == Kind.MESSAGE)) {
			reader.passed(ear.owner, begin, position);
		}
	}

	private void start(Streams.From from) throws IOException {
		events.comment("hark");
		switch (from) {
			case Streams.From.Now(Cursor end) -> {
				startAt(end);
				whispering.keepSilence();
			}
			case Streams.From.Behind(String id) -> resume(id);
		}
	}

	private void resume(String id) throws IOException {
		var resumed = inboxes.resume(ear.owner, Cursor.parse(id));
		if (resumed.isPresent()) {
			position = resumed.getAsLong();
			ear.reached(position);
			reader.passed(ear.owner, 0, position);
		} else {
			reset();
		}
	}

	private void startAt(Cursor now) {
		position = now.position();
		ear.reached(position);
		begin = position;
	}

	private void reset() throws IOException {
		Cursor now = inboxes.end(ear.owner);
		startAt(now);
		events.event("reset", now, "");
		meters.reset();
	}

	/** An entry that does not follow the last one means that pruning overtook this reader. */
	private boolean write(Entry entry) throws IOException {
		if (entry.position() != position + 1) {
			meters.gap();
			reset();
			return false;
		}
		events.event(entry.kind().event(), entry.cursor(), reader.html(ear.owner, entry));
		position = entry.position();
		ear.reached(position);
		if (events.waitsFor(TOGETHER)) {
			pulse.flush();
		}
		return true;
	}
}
