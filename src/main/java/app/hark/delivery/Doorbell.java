package app.hark.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the open streams of an owner. It carries no more than up to where the inbox is durable and may be lost: a stream
 * reads its inbox again at each turn.
 * <p>
 * Stops before the web server, which would otherwise wait for the streams for the whole of its grace period.
 */
@Component
class Doorbell implements SmartLifecycle {

	/** How often those who are sent away are, while there is time for it. */
	private static final Duration TICK = Duration.ofMillis(50);

	private final StreamProperties properties;

	/** Oldest stream first; each deque is only touched inside the map's compute methods, which lock its key. */
	private final ConcurrentHashMap<Long, Deque<Ear>> ears = new ConcurrentHashMap<>();
	private volatile boolean running;

	/** Whether no stream may begin any more. Before the end, if those that are open are ended at leisure. */
	private volatile boolean leaving;

	Doorbell(StreamProperties properties) {
		this.properties = properties;
	}

	/** Registers a stream. One more than allowed ends the owner's oldest; one that comes while stopping ends at once. */
	Ear listen(long owner, String lease, BooleanSupplier seemsClosed) {
		var ear = new Ear(owner, lease, seemsClosed);
		ears.compute(owner, (_, open) -> {
			Deque<Ear> all = open == null ? new ArrayDeque<>(1) : open;
			all.addLast(ear);
			if (all.size() > properties.perAccount()) {
				all.removeFirst().end(End.REPLACED);
			}
			return all;
		});
		if (leaving) {
			ear.end(goodbye());
		}
		return ear;
	}

	void leave(Ear ear) {
		ear.over();
		ears.computeIfPresent(ear.owner, (_, open) -> {
			open.remove(ear);
			return open.isEmpty() ? null : open;
		});
	}

	/**
	 * @param heads for each owner the position up to which the inbox is durable
	 * @param committed when, on the clock of {@link System#nanoTime()}
	 */
	void ring(Map<Long, Long> heads, long committed) {
		heads.forEach((owner, head) -> ears.computeIfPresent(owner, (_, open) -> {
			open.forEach(ear -> ear.ring(head, committed));
			return open;
		}));
	}

	/** Wakes the owner's streams for what another node has committed. */
	void ring(long owner) {
		ears.computeIfPresent(owner, (_, open) -> {
			open.forEach(Ear::look);
			return open;
		});
	}

	/** Lets the owner's streams look at what is only true for the moment. Answers how many they are. */
	int whisper(long owner, Whisper what) {
		var woken = new AtomicInteger();
		ears.computeIfPresent(owner, (_, open) -> {
			open.forEach(ear -> ear.whisper(what));
			woken.set(open.size());
			return open;
		});
		return woken.get();
	}

	/** Every open stream. */
	List<Ear> open() {
		var all = new ArrayList<Ear>();
		ears.keySet().forEach(owner -> ears.computeIfPresent(owner, (_, open) -> {
			all.addAll(open);
			return open;
		}));
		return all;
	}

	@Override
	public void start() {
		leaving = false;
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		sendAway(properties.farewell());
	}

	/** Lets no stream begin any more, and ends those that are open one after the other. */
	void sendAway(Duration within) {
		leaving = true;
		var open = open();
		Collections.shuffle(open);
		long begun = System.nanoTime();
		for (int i = 0; i < open.size(); i++) {
			open.get(i).end(goodbye());
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

	private End goodbye() {
		return isSendingAway() ? End.HANDED_OVER : End.SHUTTING_DOWN;
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
