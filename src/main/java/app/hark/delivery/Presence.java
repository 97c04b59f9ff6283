package app.hark.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Who is here: whoever has a stream open on any device, or had one just now, since links break and pages are reloaded.
 * <p>
 * What has changed is told once a second. Where many look at it, it is told less often: after a restart everybody comes, and
 * everybody who is there already would look again at each of them, just when the others wait to be let in.
 */
@Service
public class Presence implements Nodes.Listener {

	/** How long somebody is still here whose last stream has ended. */
	static final Duration LINGERS = Duration.ofSeconds(20);

	/** So much time a stream that looks takes from what is told next, up to the longest pause there is. */
	private static final Duration LOOK = Duration.ofMillis(5);
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Whispers whispers;
	private final Known known;
	private final Nodes nodes;
	private final Elsewhere elsewhere = new Elsewhere();

	/** Each is changed inside the map's compute methods only, which lock its key. */
	private final ConcurrentHashMap<Long, Stay> stays = new ConcurrentHashMap<>();
	private final Set<Long> changed = ConcurrentHashMap.newKeySet();

	/** On the clock of {@link System#nanoTime()}. Only touched by the scheduler, one run after the other. */
	private long nextTold = System.nanoTime();

	Presence(Whispers whispers, Known known, Nodes nodes) {
		this.whispers = whispers;
		this.known = known;
		this.nodes = nodes;
	}

	/** Knows who may be told of whom. Filled in by the room that knows who talks with whom. */
	public interface Known {

		/** Everybody to whom one of these people is shown. */
		Set<Long> to(Collection<Long> people);
	}

	/** @param ended when the last stream ended, on the clock of {@link System#nanoTime()}, if none is open */
	private record Stay(int streams, long ended) {
	}

	/** A stream of this person was opened. */
	void came(long owner) {
		boolean news = !isHere(owner);
		if (stays.merge(owner, new Stay(1, 0), (stay, one) -> new Stay(stay.streams + 1, 0)).streams == 1) {
			nodes.tell(Topic.HERE, owner);
		}
		if (news) {
			changed.add(owner);
		}
	}

	/** A stream of this person has ended. */
	void left(long owner) {
		stays.computeIfPresent(owner, (_, stay) -> new Stay(stay.streams - 1, System.nanoTime()));
	}

	public boolean isHere(long person) {
		return stays.containsKey(person) || elsewhere.has(person);
	}

	/** This person shows from now on whether they are here, or no longer. */
	public void changed(long person) {
		changed.add(person);
		nodes.tell(Topic.DISCLOSED, person);
	}

	@Override
	public void heard(String node, Topic topic, List<Long> ids) {
		switch (topic) {
			case HERE -> ids.forEach(person -> {
				if (!isHere(person)) {
					changed.add(person);
				}
				elsewhere.here(node, person);
			});
			case GONE -> {
				ids.forEach(person -> elsewhere.gone(node, person));
				missed(ids);
			}
			case DISCLOSED -> changed.addAll(ids);
			case HELLO -> sayAgain();
			default -> {
				// It is about something else.
			}
		}
	}

	/** Says who is here to nodes that have missed it or begin only now. */
	@Scheduled(fixedRate = Elsewhere.REPEATED_SECONDS, timeUnit = TimeUnit.SECONDS)
	void sayAgain() {
		stays.keySet().forEach(owner -> nodes.tell(Topic.HERE, owner));
	}

	/** Whoever moves from one node to another has not gone: the others would all look for nothing. */
	private void missed(Collection<Long> gone) {
		gone.stream().filter(person -> !isHere(person)).forEach(changed::add);
	}

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	void tell() {
		var gone = new ArrayList<Long>();
		stays.keySet().forEach(owner -> stays.computeIfPresent(owner, (_, stay) -> {
			if (stay.streams > 0 || System.nanoTime() - stay.ended < LINGERS.toNanos()) {
				return stay;
			}
			gone.add(owner);
			nodes.tell(Topic.GONE, owner);
			return null;
		}));
		missed(gone);
		missed(elsewhere.expire());
		long now = System.nanoTime();
		var people = new HashSet<>(changed);
		if (!people.isEmpty() && now - nextTold >= 0) {
			// What cannot be asked for now is told later.
			var told = known.to(people);
			changed.removeAll(people);
			int looking = whispers.tellHere(Whisper.PRESENCE, told);
			nextTold = now + Math.min(looking * LOOK.toNanos(), LONGEST_PAUSE.toNanos());
		}
	}
}
