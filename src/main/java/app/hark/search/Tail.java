package app.hark.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings what changes in the table of messages into the index. A new index is the same as one that is far behind. Every step
 * may be repeated. Belongs to one thread.
 */
final class Tail {

	/** Changes with how words are cut or what is kept of a message: an index of another form is built anew. */
	private static final String FORM = "2";

	/** So many ids below the newest one nothing is being sent any more. */
	private static final long IN_FLIGHT = 10_000;

	/** Edits are told by their time: so much may pass until one is visible, and the clocks of nodes may differ. */
	private static final Duration LATE = Duration.ofMinutes(2);

	private static final Duration BETWEEN_KEEPING = Duration.ofMinutes(1);
	private static final Duration BETWEEN_FORGETTING = Duration.ofDays(1);

	private final MessageIndex index;
	private final MessageTable table;
	private final Clock clock;
	private final ReadSoFar seen;

	/** When edits were last looked for, by the clock. */
	private Instant edits;

	/** When what is deleted was last driven out of the files. */
	private Instant forgotten;

	/** The edits that the last look brought, so that they are not put in again each second. */
	private Map<Long, String> edited = new HashMap<>();

	private Instant kept;
	private boolean changed;

	private Tail(MessageIndex index, MessageTable table, Clock clock, ReadSoFar seen, Instant edits,
			Instant forgotten) {
		this.index = index;
		this.table = table;
		this.clock = clock;
		this.seen = seen;
		this.edits = edits;
		this.forgotten = forgotten;
		this.kept = clock.instant();
	}

	/** Goes on where the index was kept last; empty if it is not an index of these messages. */
	static Optional<Tail> on(MessageIndex index, MessageTable table, Clock clock) {
		var note = index.note();
		if (note.isEmpty()) {
			return index.size() > 0
					? Optional.empty()
					: Optional.of(new Tail(index, table, clock, new ReadSoFar(0), clock.instant(), clock.instant()));
		}
		if (!FORM.equals(note.get("form"))) {
			return Optional.empty();
		}
		long settled = Long.parseLong(note.get("settled"));
		return table.fingerprint(settled).equals(note.get("fingerprint"))
				? Optional.of(new Tail(index, table, clock, new ReadSoFar(settled), Instant.parse(note.get("edits")),
						Instant.parse(note.get("forgotten"))))
				: Optional.empty();
	}

	/**
	 * Reads on to the end of the table.
	 *
	 * @param mayGoOn asked before each batch, which takes a fraction of a second
	 * @return whether it came to the end
	 */
	boolean catchUp(BooleanSupplier mayGoOn) throws IOException {
		long top = table.highest();
		List<Long> ids = table.idsBehind(seen.settled());
		while (!ids.isEmpty() && mayGoOn.getAsBoolean()) {
			put(ids.stream().filter(id -> !seen.holds(id)).toList());
			seen.settle(Math.min(ids.getLast(), top - IN_FLIGHT));
			keepNowAndThen();
			ids = ids.size() < MessageTable.BATCH ? List.of() : table.idsBehind(ids.getLast());
		}
		if (!mayGoOn.getAsBoolean()) {
			return false;
		}
		seen.reachedEnd(System.nanoTime());
		putEdits();
		keepNowAndThen();
		index.show();
		return true;
	}

	private void put(List<Long> ids) throws IOException {
		if (ids.isEmpty()) {
			return;
		}
		for (Indexed message : table.between(ids.getFirst(), ids.getLast())) {
			index.put(message);
			seen.add(message.id());
			changed = true;
		}
	}

	/** A clock that was put back is believed as much as one that was put forward. */
	private void putEdits() throws IOException {
		var now = clock.instant();
		var present = new HashMap<Long, String>();
		for (Indexed message : table.changedSince((edits.isBefore(now) ? edits : now).minus(LATE))) {
			present.put(message.id(), message.version());
			if (!message.version().equals(edited.get(message.id()))) {
				index.put(message);
				changed = true;
			}
		}
		edited = present;
		edits = now;
	}

	private void keepNowAndThen() throws IOException {
		if (changed && Duration.between(kept, clock.instant()).abs().compareTo(BETWEEN_KEEPING) >= 0) {
			keep();
		}
	}

	/** Keeps what was read until now for the next start. */
	void keep() throws IOException {
		var now = clock.instant();
		if (Duration.between(forgotten, now).abs().compareTo(BETWEEN_FORGETTING) >= 0) {
			index.forget();
			forgotten = now;
		}
		index.keep(Map.of("form", FORM, "settled", Long.toString(seen.settled()), "fingerprint",
				table.fingerprint(seen.settled()), "edits", edits.toString(), "forgotten", forgotten.toString()));
		index.show();
		kept = now;
		changed = false;
	}
}
