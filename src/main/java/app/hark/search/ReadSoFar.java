package app.hark.search;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Which messages have been read from the table. Ids are given out before the commit that makes them visible, so one may
 * appear below others that have been read already. No send takes longer than a minute; until then ids are looked for again.
 * Belongs to one thread.
 */
final class ReadSoFar {

	private static final Duration LATEST = Duration.ofMinutes(1);

	private record Mark(long at, long highest) {
	}

	/** Everything up to this has been read. */
	private long settled;

	private long highest;

	/** What has been read behind {@link #settled}: bit 0 is the id after it. */
	private BitSet behind = new BitSet();

	private final Deque<Mark> marks = new ArrayDeque<>();

	ReadSoFar(long settled) {
		this.settled = settled;
		this.highest = settled;
	}

	long settled() {
		return settled;
	}

	boolean holds(long id) {
		return id <= settled || behind.get(Math.toIntExact(id - settled - 1));
	}

	void add(long id) {
		if (id > settled) {
			behind.set(Math.toIntExact(id - settled - 1));
			highest = Math.max(highest, id);
		}
	}

	/** The table has been read to its end at this time, on the clock of {@link System#nanoTime()}. */
	void reachedEnd(long now) {
		marks.add(new Mark(now, highest));
		while (now - marks.getFirst().at() >= LATEST.toNanos()) {
			settle(marks.removeFirst().highest());
		}
	}

	/** Nothing up to this id will appear any more. */
	void settle(long id) {
		if (id > settled) {
			int gone = Math.toIntExact(id - settled);
			behind = behind.get(gone, Math.max(gone, behind.length()));
			settled = id;
		}
	}
}
