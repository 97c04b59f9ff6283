package app.hark.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Wakes the open streams of an owner. What it carries is a hint and may be lost: {@link Sweep} finds what nobody has rung for,
 * and a stream reads its inbox where it has not heard of everything.
 */
@Component
class Doorbell {

	private final StreamProperties properties;

	/** Each list is only touched inside the map's compute methods, which lock its key. */
	private final ConcurrentHashMap<Long, List<Ear>> ears = new ConcurrentHashMap<>();

	/** Why no stream may begin, if none may. */
	private volatile @Nullable End closed;

	/** Since when, on the clock of {@link System#nanoTime()}. */
	private volatile long closedSince;

	Doorbell(StreamProperties properties) {
		this.properties = properties;
	}

	/**
	 * Registers a stream. One more than allowed ends the one that the owner asked for first; one that comes when none may begin ends
	 * at once.
	 *
	 * @param asked when it was asked for, on the clock of {@link System#nanoTime()}
	 * @param seemsClosed whether the reader seems to have closed the connection; must wait for nothing
	 */
	Ear listen(long owner, String lease, long asked, BooleanSupplier seemsClosed) {
		var ear = new Ear(owner, lease, asked, seemsClosed);
		ears.compute(owner, (_, open) -> {
			List<Ear> all = open == null ? new ArrayList<>(1) : open;
			all.add(ear);
			if (all.size() > properties.perAccount()) {
				var oldest = all.stream().reduce(ear, Ear::older);
				all.remove(oldest);
				oldest.end(End.REPLACED);
			}
			return all;
		});
		var why = closed;
		if (why != null) {
			ear.end(why);
		}
		return ear;
	}

	/** Lets no stream begin any more; who comes hears why. Null lets them begin again. */
	void close(@Nullable End why) {
		closedSince = System.nanoTime();
		closed = why;
	}

	/** How long ago that was said last. */
	Duration closedFor() {
		return Duration.ofNanos(System.nanoTime() - closedSince);
	}

	/** Whether no stream is open. */
	boolean isSilent() {
		return ears.isEmpty();
	}

	void leave(Ear ear) {
		ears.computeIfPresent(ear.owner, (_, open) -> {
			open.remove(ear);
			return open.isEmpty() ? null : open;
		});
	}

	/**
	 * @param news for each owner what was added to the inbox, durable with all before it
	 * @param committed when, on the clock of {@link System#nanoTime()}
	 */
	void ring(Map<Long, List<Entry>> news, long committed) {
		news.forEach((owner, entries) -> ears.computeIfPresent(owner, (_, open) -> {
			open.forEach(ear -> ear.ring(entries, committed));
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
}
