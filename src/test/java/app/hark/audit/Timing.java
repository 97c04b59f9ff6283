package app.hark.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether one can tell two questions apart by how long their answers take. They take turns, so that whatever else the machine
 * does meets both alike; and one of them is asked twice per turn, which says how far apart two medians of the same are.
 */
final class Timing {

	/**
	 * One more look into an index costs less than medians of the same differ by on a busy machine. To render what is then
	 * refused, to open a conversation or to hash a password for one of the two alone costs at least as much again.
	 */
	private static final double SHARE = 0.25;

	private static final double LEAST_MICROS = 300;

	private final String what;

	private final List<Long> ones = new ArrayList<>();

	private final List<Long> others = new ArrayList<>();

	private final List<Long> othersAgain = new ArrayList<>();

	private Timing(String what) {
		this.what = what;
	}

	/** Asks each so often, after a quarter as many that do not count. */
	static Timing of(String what, int times, Runnable one, Runnable other) {
		Timing timing = new Timing(what);
		for (int i = -times / 4; i < times; i++) {
			long before = i % 2 == 0 ? micros(one) : 0;
			long first = micros(other);
			long second = micros(other);
			long took = i % 2 == 0 ? before : micros(one);
			if (i >= 0) {
				timing.ones.add(took);
				timing.others.add(first);
				timing.othersAgain.add(second);
			}
		}
		return timing;
	}

	boolean tells() {
		long noise = Math.abs(median(others) - median(othersAgain));
		double band = Math.max(Math.max(LEAST_MICROS, 2 * noise), SHARE * median(others));
		return Math.abs(median(ones) - median(others)) > band;
	}

	private static long micros(Runnable question) {
		long begun = System.nanoTime();
		question.run();
		return (System.nanoTime() - begun) / 1_000;
	}

	private static long median(List<Long> all) {
		List<Long> sorted = new ArrayList<>(all);
		Collections.sort(sorted);
		return sorted.get(sorted.size() / 2);
	}

	/** The medians in milliseconds: not mine, does not exist, does not exist once more. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s %.2f / %.2f / %.2f (%d each)", what, median(ones) / 1e3,
				median(others) / 1e3,
				median(othersAgain) / 1e3, ones.size());
	}
}
