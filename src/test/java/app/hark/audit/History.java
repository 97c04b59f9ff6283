package app.hark.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What everybody who took part has noticed. It is only ever added to. */
final class History {

	/** What a sender learns of a send. An answer that does not come leaves it unknown, and so does one that says "later". */
	enum Step {
		BEGUN, ACKNOWLEDGED, REFUSED, UNKNOWN
	}

	/** @param token stands in the text as well, so that a message is known again whatever became of its token */
	record Sent(String token, Step step, Instant at, String detail) {
	}

	private final Queue<Sent> sends = new ConcurrentLinkedQueue<>();

	private final Map<String, Reading> readings = new ConcurrentHashMap<>();

	private final Queue<Seen> screens = new ConcurrentLinkedQueue<>();

	private final Queue<String> errors = new ConcurrentLinkedQueue<>();

	private volatile boolean brief;

	private volatile @Nullable Undone restored;

	/** What came to be between these two instants was undone by a restore. */
	record Undone(Instant copied, Instant restored) {
	}

	/** What an open page and a page loaded then have shown of one conversation: the text of each message, in order. */
	record Seen(long conversation, List<String> open, List<String> fresh) {
	}

	void add(String token, Step step, String detail) {
		sends.add(new Sent(token, step, Instant.now(), detail));
	}

	/** Readers who begin from now on do not keep what events looked like, so that hours fit into memory. */
	void keepBrief() {
		brief = true;
	}

	/** The reading of a new reader, who has begun behind this position. */
	Reading reading(String owner, long begin) {
		String name = owner + "/" + readings.size();
		Reading reading = new Reading(name, owner, begin, brief);
		if (readings.putIfAbsent(name, reading) != null) {
			throw new IllegalStateException("readers begin one after the other");
		}
		return reading;
	}

	void add(Seen screen) {
		screens.add(screen);
	}

	/** An answer that nobody should have got, as nothing was broken. */
	void error(String what) {
		errors.add(what);
	}

	/** The database was put back to what it was at the first instant, at the second. */
	void restored(Instant copied, Instant back) {
		restored = new Undone(copied, back);
	}

	@Nullable Undone restored() {
		return restored;
	}

	/** Whether what was so at this instant has been undone since. */
	boolean undone(Instant at) {
		Undone undone = restored;
		return undone != null && at.isAfter(undone.copied()) && at.isBefore(undone.restored());
	}

	List<Sent> steps() {
		return List.copyOf(sends);
	}

	/** For each send all that is known of it. */
	Map<String, Set<Step>> sends() {
		return sends.stream().collect(Collectors.groupingBy(Sent::token, Collectors.mapping(Sent::step,
				Collectors.toCollection(() -> EnumSet.noneOf(Step.class)))));
	}

	/** When each send was first known to be stored. */
	Map<String, Instant> acknowledged() {
		return sends.stream().filter(sent -> sent.step() == Step.ACKNOWLEDGED)
				.collect(Collectors.toMap(Sent::token, Sent::at, (first, _) -> first));
	}

	long count(Step step) {
		return sends().values().stream().filter(known -> known.contains(step)).count();
	}

	/** How many answers of this kind there were, several for one send included. */
	long tries(Step step) {
		return sends.stream().filter(sent -> sent.step() == step).count();
	}

	Collection<Reading> readings() {
		return List.copyOf(readings.values());
	}

	List<Seen> screens() {
		return List.copyOf(screens);
	}

	List<String> errors() {
		return List.copyOf(errors);
	}
}
