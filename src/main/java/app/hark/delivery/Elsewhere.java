package app.hark.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who has streams on other nodes, as those say again and again: a node that says nothing more has ended, or is cut off. */
final class Elsewhere {

	/** How often a node says again who is there. */
	static final int REPEATED_SECONDS = 10;

	/** Two of those may be lost. */
	private static final Duration VALID = Duration.ofSeconds(25);

	/** For each node and person, until when that counts, on the clock of {@link System#nanoTime()}. */
	private final Map<String, Map<Long, Long>> nodes = new ConcurrentHashMap<>();

	void here(String node, long person) {
		nodes.computeIfAbsent(node, _ -> new ConcurrentHashMap<>()).put(person, System.nanoTime() + VALID.toNanos());
	}

	void gone(String node, long person) {
		nodes.computeIfPresent(node, (_, people) -> {
			people.remove(person);
			return people;
		});
	}

	boolean has(long person) {
		return nodes.values().stream().anyMatch(people -> people.containsKey(person));
	}

	/** Forgets what nobody has said again. Answers whom that concerns. */
	Set<Long> expire() {
		long now = System.nanoTime();
		var expired = new HashSet<Long>();
		nodes.forEach((node, people) -> {
			people.forEach((person, until) -> {
				if (now - until > 0 && people.remove(person, until)) {
					expired.add(person);
				}
			});
			nodes.computeIfPresent(node, (_, left) -> left.isEmpty() ? null : left);
		});
		return expired;
	}
}
