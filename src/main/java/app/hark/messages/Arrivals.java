package app.hark.messages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;

/**
 * Notes which messages have arrived on a device, and tells those who wrote them.
 * <p>
 * Streams and pages only say how far they are. What they said is written once a second, for many in one transaction:
 * it may be late, and must not double the work of a send. A crash loses that second, and the next page or stream makes it
 * good, since its cursor says how far it is.
 */
@Service
public class Arrivals {

	private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

	/** People whose arrivals are noted in one transaction: while it lasts, what they send has to wait. */
	private static final int TOGETHER = 100;

	private final Arrived arrived;
	private final Delivery delivery;

	/** What is not written yet: at most two parts for each person. */
	private final ConcurrentHashMap<Whose, Part> parts = new ConcurrentHashMap<>();
	private final ReentrantLock writing = new ReentrantLock();

	Arrivals(Arrived arrived, Delivery delivery) {
		this.arrived = arrived;
		this.delivery = delivery;
	}

	/** @param whole whether its part begins where the inbox does: a later part says nothing of what was before it */
	private record Whose(long owner, boolean whole) {
	}

	/** Of an inbox, what is behind one position and not behind the other. */
	record Part(long owner, long after, long upTo) {

		Part and(Part other) {
			return new Part(owner, Math.min(after, other.after), Math.max(upTo, other.upTo));
		}

		/** What of it is behind this position. */
		Part behind(long position) {
			return new Part(owner, Math.max(after, position), upTo);
		}
	}

	/**
	 * A device of the owner has this part of the inbox. Waits for nothing.
	 *
	 * @param after where the part begins, 0 if the device has all there is before
	 */
	public void passed(long owner, long after, long upTo) {
		passed(new Part(owner, after, upTo));
	}

	private void passed(Part part) {
		parts.merge(new Whose(part.owner(), part.after() == 0), part, Part::and);
	}

	/** At a rate, each time on a thread of its own: a disk that does not answer holds up nothing else that is scheduled. */
	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	void write() {
		if (parts.isEmpty() || !writing.tryLock()) {
			return;
		}
		var taken = new ArrayList<Part>();
		try {
			parts.keySet().stream().map(parts::remove).filter(Objects::nonNull).forEach(taken::add);
			write(arrived.unknown(taken));
		} catch (DataAccessException e) {
			log.debug("arrivals are noted later", e);
			taken.forEach(this::passed);
		} finally {
			writing.unlock();
		}
	}

	private void write(Collection<Part> news) {
		var sorted = news.stream().sorted(Comparator.comparingLong(Part::owner)).toList();
		for (int from = 0; from < sorted.size(); from += TOGETHER) {
			note(sorted.subList(from, Math.min(sorted.size(), from + TOGETHER)));
		}
	}

	/**
	 * Locks in the order of all: arrivals and participants by their people, which is how other nodes take them, too, and of
	 * which a send has one; the inboxes last.
	 */
	private void note(Collection<Part> news) {
		delivery.commit(told -> {
			var authors = arrived.note(news);
			authors.forEach(
					one -> told.append(List.of(one.person()), Kind.CONVERSATION, one.conversation(), null));
			return authors;
		});
	}
}
