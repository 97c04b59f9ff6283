package app.hark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.hark.audit.History.Sent;
import app.hark.audit.History.Step;

/** From the moment at which a send begins until a reader has it, for each pair of the two. Sorted, shortest first. */
record Latencies(List<Duration> all) {

	static Latencies of(History history) {
		return of(history, _ -> true, _ -> true);
	}

	/** Of those readers, and of sends that began then. */
	static Latencies of(History history, Predicate<Reading> readers, Predicate<Instant> when) {
		Map<String, Instant> begun = history.steps().stream().filter(sent -> sent.step() == Step.BEGUN)
				.filter(sent -> when.test(sent.at())).collect(Collectors.toMap(Sent::token, Sent::at));
		return new Latencies(history.readings().stream().filter(readers)
				.flatMap(reading -> reading.entries().stream())
				.flatMap(got -> got.messages().stream().filter(shown -> begun.containsKey(shown.token()))
						.map(shown -> Duration.between(begun.get(shown.token()), got.at())))
				.sorted().toList());
	}

	/** The smallest that is not exceeded by this share of all. */
	Duration percentile(double share) {
		return all.isEmpty() ? Duration.ZERO : all.get((int) Math.ceil(share * all.size()) - 1);
	}

	@Override
	public String toString() {
		return "p50 %d ms, p99 %d ms, max %d ms".formatted(percentile(.5).toMillis(), percentile(.99).toMillis(),
				percentile(1).toMillis());
	}
}
