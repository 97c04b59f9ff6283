package app.hark.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The one way in which changes reach people: committed with their entries, durable, and only then rung. */
@Service
public class Delivery {

	/** As long as a writer waits for anything. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final FreeSpace space;
	private final TransactionOperations transactions;
	private final Inboxes inboxes;
	private final Barrier barrier;
	private final Doorbell doorbell;
	private final Nodes nodes;
	private final RetryTemplate tries;

	/** Half of the connections: a crowd that waits for its turn to write must not keep those waiting who only read. */
	private final Semaphore writers;

	Delivery(FreeSpace space, TransactionOperations transactions, Inboxes inboxes, Barrier barrier, Doorbell doorbell,
			Nodes nodes, RetryPolicy writes, @Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
		this.writers = new Semaphore(Math.max(1, connections / 2), true);
		this.space = space;
		this.transactions = transactions;
		this.inboxes = inboxes;
		this.barrier = barrier;
		this.doorbell = doorbell;
		this.nodes = nodes;
		this.tries = new RetryTemplate(writes);
	}

	/** Where the work in a transaction tells whom its changes concern. */
	@FunctionalInterface
	public interface Log {

		/** Will add one entry to the inbox of each owner. */
		void append(Collection<Long> owners, Kind kind, @Nullable Long conversation, @Nullable Long subject);
	}

	/**
	 * Runs the work in one transaction, waits until it is durable and wakes the streams of the people it concerns.
	 * <p>
	 * The entries are added when the work is done: the inboxes, which everybody shares, are locked last and for the
	 * shortest time. Where that meets others, the work may be done anew, so it changes nothing but the database.
	 * Neither what comes before the transaction nor what comes behind it holds a connection.
	 *
	 * @throws StorageUnavailableException if there is no room for it, or if it is not certain to last
	 * @throws org.springframework.dao.DataAccessException if nothing was committed, or if it is not certain to last
	 */
	public <T> T commit(Function<Log, T> work) {
		space.require();
		var committed = inTurn(() -> tries.invoke(() -> requireNonNull(transactions.execute(_ -> done(work)))));
		long when = System.nanoTime();
		barrier.await();
		doorbell.ring(committed.news(), when);
		committed.news().keySet().forEach(owner -> nodes.tell(Topic.INBOX, owner));
		Ends.committed(committed.news());
		return committed.result();
	}

	private record Done<T>(T result, Map<Long, List<Entry>> news) {
	}

	private <T> Done<T> done(Function<Log, T> work) {
		var lines = new ArrayList<Line>();
		T result = work.apply((owners, kind, conversation, subject) -> owners
				.forEach(owner -> lines.add(new Line(owner, kind, conversation, subject))));
		return new Done<>(result, inboxes.append(lines));
	}

	private <T> T inTurn(Supplier<T> transaction) {
		try {
			if (!writers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new QueryTimeoutException("too many wait to write");
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new QueryTimeoutException("interrupted while waiting to write");
		}
		try {
			return transaction.get();
		} finally {
			writers.release();
		}
	}
}
