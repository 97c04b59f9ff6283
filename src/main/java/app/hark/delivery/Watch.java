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

	/** Signing out ends streams within five seconds, also where a node cannot learn of it. */
	private static final Duration UNCONFIRMED = Duration.ofSeconds(4);

	private final Doorbell doorbell;
	private final Leases leases;
	private final ReentrantLock asking = new ReentrantLock();

	/** When leases were asked for last of which the answer came, on the clock of {@link System#nanoTime()}. */
	private volatile long confirmed = System.nanoTime();

	Watch(Doorbell doorbell, Leases leases) {
		this.doorbell = doorbell;
		this.leases = leases;
	}

	/** Ends the streams whose lease has ended; one question for all of them, so that an idle stream asks nothing itself. */
	@Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
	void endTheStreamsOfEndedLeases() {
		if (!asking.tryLock()) {
			return;
		}
		try {
			long asked = System.nanoTime();
			var open = doorbell.open();
			if (!open.isEmpty()) {
				var holding = leases.holding(open.stream().map(ear -> ear.lease).collect(Collectors.toSet()));
				open.stream().filter(ear -> !holding.contains(ear.lease)).forEach(ear -> ear.end(Ear.End.SIGNED_OUT));
			}
			confirmed = asked;
		} catch (DataAccessException | TransactionException e) {
			log.debug("leases cannot be confirmed", e);
		} finally {
			asking.unlock();
		}
	}

	/**
	 * Sends away whoever may have signed out long since, for all that is known here: another node may still see the database.
	 */
	@Scheduled(fixedRate = 500)
	void endWhatCannotBeConfirmed() {
		long now = System.nanoTime();
		if (now - confirmed < UNCONFIRMED.toNanos()) {
			return;
		}
		var ended = doorbell.open().stream().filter(ear -> now - ear.opened >= UNCONFIRMED.toNanos())
				.filter(ear -> ear.end(Ear.End.SENT_AWAY)).count();
		if (ended > 0) {
			log.warn("the database has not answered for {} s: {} streams are sent away", UNCONFIRMED.toSeconds(),
					ended);
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
