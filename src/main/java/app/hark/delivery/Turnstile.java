package app.hark.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets no more threads ask for a connection than the pool has, the others in the order of arrival. The pool hands a connection
 * over by spinning until one of those who wait has taken it, which with a thousand virtual threads that wait takes most of the
 * processor: streams that all come back at once had kept everything else from running.
 */
final class Turnstile extends DelegatingDataSource {

	private final Semaphore turns;
	private final Duration patience;

	/**
	 * @param connections as many as the pool has
	 * @param patience how long anybody waits for one; then there is none
	 */
	Turnstile(DataSource pool, int connections, Duration patience) {
		super(pool);
		this.turns = new Semaphore(connections, true);
		this.patience = patience;
	}

	@Override
	public Connection getConnection() throws SQLException {
		await();
		Connection connection = null;
		try {
			connection = super.getConnection();
			return leased(connection);
		} finally {
			if (connection == null) {
				turns.release();
			}
		}
	}

	private void await() throws SQLException {
		try {
			if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new SQLTransientConnectionException("no connection was free within " + patience);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new SQLTransientConnectionException("interrupted while waiting for a connection");
		}
	}

	private Connection leased(Connection connection) {
		var given = new AtomicBoolean();
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
				(_, method, arguments) -> {
					try {
						return method.invoke(connection, arguments);
					} catch (InvocationTargetException e) {
						throw e.getCause();
					} finally {
						if (method.getName().equals("close") && given.compareAndSet(false, true)) {
							turns.release();
						}
					}
				});
	}
}
