package app.hark.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the open streams of an owner. It carries no more than up to where the inbox is durable and may be lost: a stream
 * reads its inbox again at each turn.
 * <p>
 * Stops before the web server, which would otherwise wait for the streams for the whole of its grace period.
 */
@Component
class Doorbell implements SmartLifecycle {

	private final int perAccount;
	private final Leases leases;

	/** Oldest stream first; each deque is only touched inside the map's compute methods, which lock its key. */
	private final ConcurrentHashMap<Long, Deque<Ear>> ears = new ConcurrentHashMap<>();
	private volatile boolean running;

	Doorbell(StreamProperties properties, Leases leases) {
		this.perAccount = properties.perAccount();
		this.leases = leases;
	}

	/** Registers a stream. One more than allowed ends the owner's oldest; one that comes while stopping ends at once. */
	Ear listen(long owner, String lease, BooleanSupplier seemsClosed) {
		var ear = new Ear(owner, lease, seemsClosed);
		ears.compute(owner, (_, open) -> {
			Deque<Ear> all = open == null ? new ArrayDeque<>(1) : open;
			all.addLast(ear);
			if (all.size() > perAccount) {
				all.removeFirst().end(Ear.End.REPLACED);
			}
			return all;
		});
		if (!running) {
			ear.end(Ear.End.SHUTTING_DOWN);
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

	/** Ends the streams whose lease has ended; one question for all of them, so that an idle stream asks nothing itself. */
	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void endTheStreamsOfEndedLeases() {
		var open = open();
		if (open.isEmpty()) {
			return;
		}
		var holding = leases.holding(open.stream().map(ear -> ear.lease).collect(Collectors.toSet()));
		open.stream().filter(ear -> !holding.contains(ear.lease)).forEach(ear -> ear.end(Ear.End.SIGNED_OUT));
	}

	/**
	 * Has streams look whose readers seem to have left. A write would fail only the second time, and pings are rare: for so
	 * long somebody would seem to be here. One thread looks at all of them: were each stream to wake up for it, that would cost
	 * about twenty times as much.
	 */
	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void doubtWhoSeemsToHaveLeft() {
		open().stream().filter(Ear::seemsDeserted).forEach(Ear::doubt);
	}

	private List<Ear> open() {
		var all = new ArrayList<Ear>();
		ears.keySet().forEach(owner -> ears.computeIfPresent(owner, (_, open) -> {
			all.addAll(open);
			return open;
		}));
		return all;
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		open().forEach(ear -> ear.end(Ear.End.SHUTTING_DOWN));
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
