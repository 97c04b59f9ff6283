package app.hark.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens the database as late as can be: when everything else has been put together, and only then waits for the one that has
 * it open to let go of it. Between two that follow each other, nobody is there for no longer than this takes.
 */
final class Opening implements SmartLifecycle {

	/** Before all that use the database; whoever has to wait for its file takes a lower one. */
	private static final int PHASE = Integer.MIN_VALUE + 1_000;

	private final ObjectProvider<Flyway> migrations;
	private final ObjectProvider<H2Store> store;
	private volatile boolean open;

	Opening(ObjectProvider<Flyway> migrations, ObjectProvider<H2Store> store) {
		this.migrations = migrations;
		this.store = store;
	}

	/**
	 * The same database. Before it is opened, an empty one in memory answers instead: libraries ask, while they are put
	 * together, what product and version it is, and nothing else.
	 */
	DataSource guard(DataSource database) {
		return new DelegatingDataSource(database) {
			@Override
			public Connection getConnection() throws SQLException {
				return open ? super.getConnection() : DriverManager.getConnection("jdbc:h2:mem:");
			}
		};
	}

	@Override
	public void start() {
		PatientFile.startAnew();
		open = true;
		migrations.getObject().migrate();
		store.getObject().open();
	}

	@Override
	public void stop() {
		// What is still to be done at the end may be written to it until the connections are closed.
	}

	@Override
	public boolean isRunning() {
		return open;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}
}
