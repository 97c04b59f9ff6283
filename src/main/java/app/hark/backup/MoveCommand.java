package app.hark.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

import org.flywaydb.core.Flyway;
import org.springframework.core.env.Environment;

/** Moves everything from Hark's own database into an empty PostgreSQL. The own one stays as it is. */
final class MoveCommand {

	private static final int REPORTED = 50_000;

	private final DataFolder data;
	private final Environment properties;
	private final PrintStream out;

	/** @param properties as a node on that PostgreSQL would have them */
	MoveCommand(DataFolder data, Environment properties, PrintStream out) {
		this.data = data;
		this.properties = properties;
		this.out = out;
	}

	/**
	 * Moves and says what it did.
	 *
	 * @throws NotMade if a Hark runs on the folder, if the PostgreSQL holds anything, or if it holds something else in the end
	 * than the folder: then it is empty again
	 */
	String run() throws NotMade, IOException {
		if (data.isNew()) {
			throw Commands.refused("There is no database of Hark in " + data.path() + ".");
		}
		if (data.isInUse()) {
			throw Commands.refused("A Hark is running on " + data.path() + ": stop it first, then move.");
		}
		new Integrity(data).check();
		try (var own = H2File.toRead(data.database()); var to = postgres()) {
			return move(own, to);
		} catch (SQLException e) {
			throw Commands.refused("Nothing was moved: " + e.getMessage());
		}
	}

	private Connection postgres() throws SQLException {
		return DriverManager.getConnection(url(), username(), password());
	}

	private String move(H2File own, Connection to) throws SQLException, NotMade {
		if (isUsed(to)) {
			throw Commands.refused("The database " + url() + " is not empty: make a new one. Nothing was moved.");
		}
		var flyway = flyway();
		flyway.migrate();
		try (var from = own.connection(); var settings = from.createStatement()) {
			// One row after the other, and not all of a table at once.
			settings.execute("set lazy_query_execution 1");
			to.setAutoCommit(false);
			copy(from, to);
			to.commit();
		} catch (SQLException | NotMade e) {
			to.rollback();
			// It was empty before.
			flyway.clean();
			throw e;
		}
		return "Moved from " + data.database() + ", which stays as it was. From now on start Hark with "
				+ "--spring.profiles.active=postgres.";
	}

	private void copy(Connection from, Connection to) throws SQLException, NotMade {
		var left = MovedTable.leftBehind(from);
		if (!left.isEmpty()) {
			throw Commands
					.refused("These tables would stay behind: " + String.join(", ", left) + ". Nothing was moved.");
		}
		var read = new ArrayList<Checksum>();
		for (var table : MovedTable.ALL) {
			if (!table.columns(from).equals(table.columns(to))) {
				throw Commands.refused("This database was last used by another version of Hark (" + table.name()
						+ "): start this version on " + data.path() + " once, end it, and then move.");
			}
			read.add(table.copy(from, to, rows -> {
				if (rows % REPORTED == 0) {
					out.printf("%s: %,d rows …%n", table.name(), rows);
				}
			}));
			out.printf("%s: %,d rows%n", table.name(), read.getLast().rows());
		}
		for (int i = 0; i < read.size(); i++) {
			var table = MovedTable.ALL.get(i);
			String was = read.get(i).toString();
			String is = table.checksum(to).toString();
			out.printf("%s: %s, checked%n", table.name(), is);
			if (!was.equals(is)) {
				throw Commands.refused("The table " + table.name() + " has arrived as " + is + " and was " + was
						+ ". Nothing was moved.");
			}
		}
	}

	private static boolean isUsed(Connection to) throws SQLException {
		try (var statement = to.createStatement();
				var found = statement.executeQuery(
						"select count(*) from information_schema.tables where table_schema = current_schema()")) {
			found.next();
			return found.getLong(1) > 0;
		}
	}

	private Flyway flyway() {
		return Flyway.configure().dataSource(url(), username(), password()).cleanDisabled(false)
				.locations(properties.getRequiredProperty("spring.flyway.locations").split(",")).load();
	}

	private String url() {
		return properties.getRequiredProperty("spring.datasource.url");
	}

	private String username() {
		return properties.getProperty("spring.datasource.username", "");
	}

	private String password() {
		return properties.getProperty("spring.datasource.password", "");
	}
}
