package app.hark.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a stream has heard of its inbox and not written yet. Entries that were rung for are kept, so that the stream need not
 * read what was known a moment ago; they are a hint, which counts only where it continues what the stream has written. Guarded
 * by its {@link Ear}.
 */
final class Heard {

	/** A reader so far behind reads anyway, and costs no memory until then. */
	private static final int KEPT = 8;

	private List<Entry> entries = List.of();
	private long durable;
	private long written;
	private boolean unread = true;

	/** These entries are durable, with all before them. In whatever order such rings come. */
	void ring(List<Entry> news) {
		durable = Math.max(durable, news.getLast().position());
		if (entries.size() + news.size() > KEPT) {
			look();
			return;
		}
		var all = new ArrayList<>(entries);
		all.addAll(news);
		all.sort(Comparator.comparingLong(Entry::position));
		entries = all;
	}

	/** There may be more than was rung for: the inbox is to be read. */
	void look() {
		unread = true;
		entries = List.of();
	}

	/** Whether there is something to take. */
	boolean isNews() {
		return unread || !entries.isEmpty();
	}

	/** The entries behind what is written, used up by this; empty if the inbox is to be read instead. */
	Optional<List<Entry>> take() {
		var next = entries.stream().filter(entry -> entry.position() > written).toList();
		entries = List.of();
		boolean read = unread || !next.isEmpty() && next.getLast().position() - written != next.size();
		unread = false;
		return read ? Optional.empty() : Optional.of(next);
	}

	/** The stream has written up to this position. */
	void wrote(long position) {
		written = position;
	}

	/** Whether there is more in the inbox than the stream has written. */
	boolean isBehind(long head) {
		return written < head;
	}

	/** Whether a ring has said that the inbox is durable up to this position. */
	boolean isDurable(long position) {
		return position <= durable;
	}
}
