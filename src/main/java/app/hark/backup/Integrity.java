package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;

import org.h2.api.ErrorCode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks at the database before anybody else opens it, without changing a byte: that it opens, that its tables are there, that
 * it holds no less than it has held, that its newest conversations and inboxes end as they should. Half a second at a
 * million messages, however the last run ended.
 * <p>
 * It does not read every page: damage to a few old messages is found when they are read, or by the next backup, which reads
 * every message of its copy.
 */
final class Integrity {

	private final DataFolder data;

	Integrity(DataFolder data) {
		this.data = data;
	}

	/** @throws Damaged if the database is not whole */
	void check() {
		try {
			var held = HighWater.in(data).read();
			if (isEmpty()) {
				if (held.isPresent()) {
					throw new Damaged(data, "it is missing or empty, but has held " + held.get().inWords(), null);
				}
				return;
			}
			try (var file = H2File.toRead(data.database())) {
				check(file.jdbc(), held);
			}
		} catch (DataAccessException | IOException e) {
			if (!isInUse(e) && (data.isNew() || Files.isReadable(data.database()))) {
				throw new Damaged(data, Damaged.rootOf(e), e);
			}
		}
	}

	private boolean isEmpty() throws IOException {
		return data.isNew() || Files.size(data.database()) == 0;
	}

	private void check(JdbcClient jdbc, Optional<Contents> held) {
		if (held.isEmpty() && !isMigrated(jdbc)) {
			return;
		}
		var holds = Contents.of(jdbc);
		if (held.isPresent() && !holds.holds(held.get())) {
			throw new Damaged(data, "it holds less (" + holds.inWords() + ") than it has held (" + held.get().inWords()
					+ ")", null);
		}
		Consistency.sample(jdbc).ifPresent(wrong -> {
			throw new Damaged(data, wrong, null);
		});
	}

	/** A first start that was cut short leaves a database without tables. */
	private static boolean isMigrated(JdbcClient jdbc) {
		return jdbc.sql("""
				select count(*) from information_schema.tables where lower(table_name) = 'flyway_schema_history'""")
				.query(Long.class).single() > 0;
	}

	/** Then the pool will say so, in words of its own. */
	private static boolean isInUse(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
				return true;
			}
		}
		return false;
	}
}
