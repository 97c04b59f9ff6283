package app.hark.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Every send that was tried, by a number that stands in its text, with when it began and when its reader had it. */
final class Sends {

	/** How a text says its number. */
	static final Pattern NUMBER = Pattern.compile("#n(\\d+)n");

	private static final int MOST = 4_000_000;

	private final AtomicInteger next = new AtomicInteger();

	private final int[] readers = new int[MOST];

	private final long[] begun = new long[MOST];

	/** 0 until it is there. */
	private final AtomicLongArray arrived = new AtomicLongArray(MOST);

	private final AtomicLongArray acknowledged = new AtomicLongArray(MOST);

	/** A new number, for a send to this reader that begins now. */
	int begin(int reader) {
		return begin(reader, System.nanoTime());
	}

	/** The same for one that was due then, and may have had to wait for the one before it. */
	int begin(int reader, long due) {
		int number = next.getAndIncrement();
		readers[number] = reader;
		begun[number] = due;
		return number;
	}

	void acknowledged(int number) {
		acknowledged.set(number, System.nanoTime());
	}

	/** What a page shows of a conversation with this reader was sent to that reader. */
	void areFor(int reader, String page) {
		for (int at = page.indexOf("#n"); at >= 0; at = page.indexOf("#n", at + 1)) {
			String number = page.substring(at + 2, page.indexOf('n', at + 2));
			if (readers[Integer.parseInt(number)] != reader) {
				throw new AssertionError("number " + number + " was not sent to reader " + reader);
			}
		}
	}

	/** What a reader was sent says these numbers: once each, and only what is for that reader. */
	void arrived(int reader, String html, long now) {
		Matcher numbers = NUMBER.matcher(html);
		int number = -1;
		while (numbers.find()) {
			int found = Integer.parseInt(numbers.group(1));
			if (number >= 0 && found != number) {
				throw new AssertionError("one event tells of two messages: " + html);
			}
			number = found;
		}
		if (number < 0 || readers[number] != reader) {
			throw new AssertionError("reader " + reader + " was sent what is not theirs: " + html);
		}
		if (!arrived.compareAndSet(number, 0, now)) {
			throw new AssertionError("reader " + reader + " was sent it twice: " + html);
		}
	}

	int count() {
		return next.get();
	}

	boolean isAcknowledged(int number) {
		return acknowledged.get(number) != 0;
	}

	/** How many of these have come to their readers. */
	int arrived(int from, int to) {
		int count = 0;
		for (int number = from; number < to; number++) {
			count += arrived.get(number) == 0 ? 0 : 1;
		}
		return count;
	}

	/** In nanoseconds, from the beginning of each send that began between these times until its reader had it; shortest first. */
	long[] latencies(long from, long to) {
		return IntStream.range(0, count()).filter(number -> begun[number] >= from && begun[number] < to)
				.mapToLong(number -> arrived.get(number) - begun[number]).sorted().toArray();
	}
}
