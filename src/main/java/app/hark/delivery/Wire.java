package app.hark.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Opens connections for what nodes tell each other. They are not from the pool, which ends a connection when it is old, and
 * with it what it has asked to hear; and they must be there when all of the pool are in use.
 */
final class Wire {

	/** Whatever it is, it takes a millisecond; after this the link is dead. */
	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final JdbcConnectionDetails database;
	private final Properties properties = new Properties();

	/** @param properties of the driver, as the pool has them */
	Wire(JdbcConnectionDetails database, Properties properties) {
		this.database = database;
		this.properties.putAll(properties);
		this.properties.put("socketTimeout", Long.toString(PATIENCE.toSeconds()));
	}

	/**
	 * A connection that commits each statement by itself, and that nobody waits for for long.
	 *
	 * @param purpose how whoever runs the database tells it from others
	 */
	Connection open(String purpose) throws SQLException {
		var all = new Properties();
		all.putAll(properties);
		all.put("ApplicationName", "hark " + purpose);
		if (database.getUsername() != null) {
			all.put("user", database.getUsername());
		}
		if (database.getPassword() != null) {
			all.put("password", database.getPassword());
		}
		return DriverManager.getConnection(database.getJdbcUrl(), all);
	}
}
