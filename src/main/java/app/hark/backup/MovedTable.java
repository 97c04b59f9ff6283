package app.hark.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** A table that moves from one database to another. */
record MovedTable(String name) {

	/** All, each behind those that it refers to. */
	static final List<MovedTable> ALL = List.of("person", "installation", "person_word", "remembered_sign_in", "inbox",
			"entry", "arrival", "conversation", "participant", "former_stay", "message", "reaction", "spring_session",
			"spring_session_attributes").stream().map(MovedTable::new).toList();

	/** Those whose ids the database hands out: it has to go on behind the highest. */
	private static final List<String> NUMBERED = List.of("person", "conversation", "message");

	/** What the migrations themselves keep. */
	private static final String MIGRATIONS = "flyway_schema_history";

	/** Rows that are sent together. */
	private static final int BATCH = 500;

	/**
	 * Copies all rows.
	 *
	 * @param progress is told how many there are by now
	 * @return what was read
	 */
	Checksum copy(Connection from, Connection to, LongConsumer progress) throws SQLException {
		var read = new Checksum();
		try (var rows = all(from); var clear = to.createStatement()) {
			clear.executeUpdate("delete from " + name);
			var columns = columns(rows);
			try (var insert = to.prepareStatement(
					"insert into %s (%s) values (%s)".formatted(name, String.join(", ", columns),
							String.join(", ", columns.stream().map(_ -> "?").toList())))) {
				while (rows.next()) {
					add(rows, columns.size(), insert);
					read.add(rows, columns.size());
					if (read.rows() % BATCH == 0) {
						insert.executeBatch();
						progress.accept(read.rows());
					}
				}
				insert.executeBatch();
			}
			if (NUMBERED.contains(name)) {
				clear.execute(
						"select setval(pg_get_serial_sequence('%1$s', 'id'), coalesce(max(id), 0) + 1, false) from %1$s"
								.formatted(name));
			}
		}
		return read;
	}

	private static void add(ResultSet row, int columns, PreparedStatement insert) throws SQLException {
		for (int column = 1; column <= columns; column++) {
			insert.setObject(column, Checksum.value(row, column));
		}
		insert.addBatch();
	}

	Checksum checksum(Connection database) throws SQLException {
		var sum = new Checksum();
		try (var rows = all(database)) {
			int columns = columns(rows).size();
			while (rows.next()) {
				sum.add(rows, columns);
			}
		}
		return sum;
	}

	/** Its columns are in the order of their names, in whatever order they were made; older messages come before their answers. */
	private ResultSet all(Connection database) throws SQLException {
		var statement = database.createStatement();
		statement.closeOnCompletion();
		statement.setFetchSize(BATCH);
		return statement.executeQuery("select %s from %s%s".formatted(String.join(", ", columns(database)), name,
				name.equals("message") ? " order by id" : ""));
	}

	/** Tables of a database that would stay behind: none, unless {@link #ALL} has been forgotten when one was added. */
	static List<String> leftBehind(Connection database) throws SQLException {
		try (var statement = database.createStatement();
				var rows = statement.executeQuery(
						"""
						select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'""")) {
			var names = new ArrayList<String>();
			while (rows.next()) {
				names.add(rows.getString(1));
			}
			names.remove(MIGRATIONS);
			names.removeAll(ALL.stream().map(MovedTable::name).toList());
			return names;
		}
	}

	/** The names of its columns, sorted; none if there is no such table. */
	List<String> columns(Connection database) throws SQLException {
		var names = new ArrayList<String>();
		try (var found = database.prepareStatement("""
				select column_name from information_schema.columns
				where lower(table_name) = ? and lower(table_schema) = 'public'""")) {
			found.setString(1, name);
			var rows = found.executeQuery();
			while (rows.next()) {
				names.add(rows.getString(1).toLowerCase(Locale.ROOT));
			}
		}
		return names.stream().sorted().toList();
	}

	private static List<String> columns(ResultSet rows) throws SQLException {
		var columns = new ArrayList<String>();
		for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
			columns.add(rows.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT));
		}
		return columns;
	}
}
