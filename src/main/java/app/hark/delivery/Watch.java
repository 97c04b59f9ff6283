package app.hark.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sees to it that streams stay open only as long as they may, and have a reader. Each task has a thread of its own. */
@Component
class Watch {

	private static final Logger log = LoggerFactory.getLogger(Watch.class);

	private static final String NOBODYS = "nobody's";

	private final Doorbell doorbell;
	private final Leases leases;
	private final Duration unconfirmed;
	private final ReentrantLock turn = new ReentrantLock();

	/** When leases were asked for last of which the answer came, on the clock of {@link System#nanoTime()}. */
	private volatile long confirmed = System.nanoTime();

	Watch(Doorbell doorbell, Leases leases, StreamProperties properties) {
		this.unconfirmed = properties.unconfirmed();
		this.doorbell = doorbell;
		this.leases = leases;
	}

	/** Ends the streams whose lease has ended; one question for all of them, so that an idle stream asks nothing itself. */
	@Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
	void endTheStreamsOfEndedLeases() {
		if (!turn.tryLock()) {
			return;
		}
		try {
			long asked = System.nanoTime();
			var open = doorbell.open();
			var asking = open.stream().map(ear -> ear.lease).collect(Collectors.toSet());
			// Asks also where there is nothing to ask: whether there is an answer is worth knowing.
			asking.add(NOBODYS);
			var holding = leases.holding(asking);
			open.stream().filter(ear -> !holding.contains(ear.lease)).forEach(ear -> ear.end(End.SIGNED_OUT));
			confirmed = asked;
		} catch (DataAccessException | TransactionException e) {
			log.debug("leases cannot be confirmed", e);
		} finally {
			turn.unlock();
		}
	}

	/** Whether the database has not answered for so long that nothing can be relied on that it said before. */
	boolean isBlind() {
		return unconfirmed.isPositive() && System.nanoTime() - confirmed >= unconfirmed.toNanos();
	}

	/**
	 * Sends away whoever may have signed out long since, for all that is known here: another node may still see the database.
	 */
	@Scheduled(fixedRate = 500)
	void endWhatCannotBeConfirmed() {
		if (isBlind()) {
			long now = System.nanoTime();
			var ended = doorbell.open().stream().filter(ear -> now - ear.asked >= unconfirmed.toNanos())
					.filter(ear -> ear.end(End.SENT_AWAY)).count();
			if (ended > 0) {
				log.warn("the database has not answered for {} s: {} streams are sent away", unconfirmed.toSeconds(),
						ended);
			}
		}
	}

	/**
	 * Has streams look whose readers seem to have left. A write would fail only the second time, and pings are rare: for so
	 * long somebody would seem to be here. One thread looks at all of them: were each stream to wake up for it, that would cost
	 * about twenty times as much.
	 */
	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void doubtWhoSeemsToHaveLeft() {
		doorbell.open().stream().filter(Ear::seemsDeserted).forEach(Ear::doubt);
	}
}
