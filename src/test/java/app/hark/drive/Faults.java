package app.hark.drive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** What is wrong with a proxied network at present. Written by the test's thread, read by those of the links. */
final class Faults {

	volatile boolean down;

	volatile boolean silent;

	volatile Duration delay = Duration.ZERO;

	volatile boolean halfDropped;

	/** In how large pieces answers pass, in bytes; 0 passes them as they come. */
	volatile int block;

	/** How the path of a post ends whose answer is lost; null when none is. */
	volatile @Nullable String answerLost;

	final AtomicInteger given = new AtomicInteger();

	private final AtomicInteger unavailableTimes = new AtomicInteger();

	private volatile @Nullable String unavailablePath;

	void unavailable(String path, int times) {
		given.set(0);
		unavailableTimes.set(times);
		unavailablePath = path;
	}

	/** Whether this request is to be answered with 503; counts it. */
	boolean takes503(String path) {
		boolean takes = path.equals(unavailablePath)
				&& unavailableTimes.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
		if (takes) {
			given.incrementAndGet();
		}
		return takes;
	}

	boolean losesAnswer(String method, String path) {
		String lost = answerLost;
		return lost != null && method.equals("POST") && path.endsWith(lost);
	}

	void clear() {
		down = false;
		silent = false;
		delay = Duration.ZERO;
		halfDropped = false;
		block = 0;
		answerLost = null;
		unavailableTimes.set(0);
		unavailablePath = null;
	}
}
