package app.hark.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets entries that nobody will ask for any more. The messages stay; a cursor from before the floor is told to load its
 * page again.
 */
@Component
class Pruning {

	static final Duration KEPT = Duration.ofDays(30);

	private static final Logger log = LoggerFactory.getLogger(Pruning.class);

	private final JdbcClient jdbc;
	private final TransactionOperations transactions;
	private final Clock clock;

	Pruning(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Prunes every inbox, each in a transaction of its own so that no sender waits for long. Returns the entries deleted. */
	@Scheduled(cron = "0 40 3 * * *")
	int prune() {
		var cutoff = OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
		var owners = jdbc.sql("select owner_id from inbox where floor < head").query(Long.class).list();
		int deleted = 0;
		for (long owner : owners) {
			deleted += transactions.execute(_ -> prune(owner, cutoff));
		}
		log.info("pruned {} entries older than {} days", deleted, KEPT.toDays());
		return deleted;
	}

	/** The newest entry that is too old stays: its tag is what a cursor at the floor is recognised by. */
	private int prune(long owner, OffsetDateTime cutoff) {
		jdbc.sql("""
				update inbox set floor = coalesce(
				  (select max(position) from entry where owner_id = :owner and position > floor and created_at < :cutoff),
				  floor)
				where owner_id = :owner""").param("owner", owner).param("cutoff", cutoff).update();
		return jdbc.sql("""
				delete from entry where owner_id = :owner
				and position < (select floor from inbox where owner_id = :owner)""").param("owner", owner).update();
	}
}
