package app.hark.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets one transaction write at a time, and {@link H2Store} take what is to be stored only between two of them.
 * <p>
 * H2 keeps each table, each index and each log of what to roll back in a map of its own, and takes what it stores from one map
 * after the other while others go on writing. What it has stored of a transaction that ran meanwhile may be one half of it,
 * without the log that would roll it back; after a crash, or in a copy, a message was there whose conversation did not know of
 * it (h2database issue 2080). Reads wait for nobody.
 */
class SingleWriter {

	/** In the order of arrival, so that nobody waits for longer than all others take. */
	private final ReentrantLock turn = new ReentrantLock(true);
	private final Duration patience;
	private volatile boolean written;

	/** @param patience how long a writer waits for its turn; then its statement fails with a timeout */
	SingleWriter(Duration patience) {
		this.patience = patience;
	}

	/** The same database, to which connections write in turn. */
	DataSource guard(DataSource database) {
		return new DelegatingDataSource(database) {
			@Override
			public Connection getConnection() throws SQLException {
				return new Writer(super.getConnection()).proxy();
			}
		};
	}

	/** Runs it while no transaction has written anything that is not committed. */
	void between(Runnable action) {
		turn.lock();
		try {
			written = false;
			action.run();
		} finally {
			turn.unlock();
		}
	}

	/** Whether anybody has written since the last time that nobody was writing. */
	boolean hasWritten() {
		return written;
	}

	/** Whether a statement changes anything, be it only by a lock. */
	static boolean writes(String sql) {
		String words = sql.strip().toLowerCase(Locale.ROOT);
		return !(words.startsWith("select") || words.startsWith("with")) || words.contains("for update");
	}

	/**
	 * A connection whose turn lasts from the first statement that writes to the end of the transaction, or until it is given
	 * back. Used by one thread at a time, which is the one that takes and gives.
	 */
	private final class Writer {

		private final Connection connection;
		private boolean mine;

		Writer(Connection connection) {
			this.connection = connection;
		}

		Connection proxy() {
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[]{Connection.class}, (_, method, arguments) -> invoke(method, arguments));
		}

		private @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws Throwable {
			boolean writes = switch (method.getName()) {
				case "createStatement" -> true;
				case "prepareStatement", "prepareCall" -> arguments != null && writes((String) arguments[0]);
				default -> false;
			};
			if (writes) {
				take();
			}
			try {
				return method.invoke(connection, arguments);
			} catch (InvocationTargetException e) {
				throw e.getCause();
			} finally {
				if (ends(method, arguments)) {
					give();
				}
			}
		}

		/** Back to a savepoint is not back to the beginning. */
		private static boolean ends(Method method, Object @Nullable [] arguments) {
			return switch (method.getName()) {
				case "commit", "close", "abort" -> true;
				case "rollback" -> arguments == null;
				default -> false;
			};
		}

		private void take() throws SQLException {
			if (mine) {
				return;
			}
			try {
				if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
					throw new SQLTimeoutException("it was not this writer's turn within " + patience);
				}
			} catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				throw new SQLTimeoutException("interrupted while waiting for its turn to write");
			}
			mine = true;
			written = true;
		}

		private void give() {
			if (mine) {
				mine = false;
				turn.unlock();
			}
		}
	}
}
