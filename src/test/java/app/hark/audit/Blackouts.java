package app.hark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.hark.audit.Reading.Got;
import app.hark.audit.Reading.Lost;
import app.hark.audit.Reading.Noticed;
import app.hark.audit.Reading.Opened;

/**
 * For how long readers were without news: from the end of a stream until its successor has brought what was committed before
 * it began. Sorted, shortest first.
 */
record Blackouts(List<Duration> all) {

	static Blackouts of(History history, Stored stored) {
		return new Blackouts(history.readings().stream()
				.flatMap(reading -> of(reading, stored.inboxes().getOrDefault(reading.owner, List.of())).stream())
				.sorted()
				.toList());
	}

	/** The smallest that is not exceeded by this share of all. */
	Duration percentile(double share) {
		return all.isEmpty() ? Duration.ZERO : all.get((int) Math.ceil(share * all.size()) - 1);
	}

	private static List<Duration> of(Reading reading, List<Stored.Entry> inbox) {
		List<Duration> blackouts = new ArrayList<>();
		@Nullable Instant lost = null;
		long behind = 0;
		long position = reading.begin;
		for (Noticed noticed : reading.noticed()) {
			switch (noticed) {
				case Lost end -> lost = lost == null ? end.at() : lost;
				case Opened opened -> behind = head(inbox, opened.at());
				case Got got -> position = Math.max(position, got.position());
			}
			if (lost != null && !(noticed instanceof Lost) && position >= behind) {
				blackouts.add(Duration.between(lost, noticed.at()));
				lost = null;
			}
		}
		return blackouts;
	}

	/** The position up to which everything was committed by then. */
	private static long head(List<Stored.Entry> inbox, Instant at) {
		return inbox.stream().filter(entry -> entry.at().isBefore(at)).mapToLong(Stored.Entry::position).max()
				.orElse(0);
	}
}
