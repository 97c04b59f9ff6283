package app.hark.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Ends all streams when this Hark does. First of all, so that their readers are on their way while the rest is finished. */
@Component
class Departure implements SmartLifecycle {

	/** How often those who are sent away are, while there is time for it. */
	private static final Duration TICK = Duration.ofMillis(50);

	/** How long those are waited for who are being answered: the web server would cut them between the headers and the stream. */
	private static final Duration BEGUN = Duration.ofMillis(500);

	/** Streams whose readers are being answered. */
	final AtomicInteger beginning = new AtomicInteger();

	private final Doorbell doorbell;
	private final StreamProperties properties;
	private volatile boolean running;

	/** Whether no stream may begin any more. Before the end, if those that are open are ended at leisure. */
	private volatile boolean leaving;

	Departure(Doorbell doorbell, StreamProperties properties) {
		this.doorbell = doorbell;
		this.properties = properties;
	}

	/** Lets no stream begin any more, and ends those that are open one after the other. */
	void sendAway(Duration within) {
		leaving = true;
		var why = isSendingAway() ? End.HANDED_OVER : End.SHUTTING_DOWN;
		doorbell.close(why);
		var open = doorbell.open();
		Collections.shuffle(open);
		long begun = System.nanoTime();
		for (int i = 0; i < open.size(); i++) {
			open.get(i).end(why);
			long due = within.toNanos() / open.size() * i - (System.nanoTime() - begun);
			if (due > TICK.toNanos()) {
				LockSupport.parkNanos(due);
			}
		}
	}

	/** Whether this node takes no new streams because it ends, and others are there to take them. */
	boolean isSendingAway() {
		return leaving && properties.farewell().isPositive();
	}

	@Override
	public void start() {
		leaving = false;
		doorbell.close(null);
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		sendAway(properties.farewell());
		long end = System.nanoTime() + BEGUN.toNanos();
		while (beginning.get() > 0 && System.nanoTime() - end < 0) {
			LockSupport.parkNanos(TICK.toNanos() / 10);
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 1;
	}
}
