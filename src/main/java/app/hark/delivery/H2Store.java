package app.hark.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The store below the tables of H2, which here stores nothing unless it is told to, and then only whole transactions. */
final class H2Store {

	/** Of what is stored, this share is to be what is still true; what has been written over takes up the rest. In percent. */
	private static final int FILL_RATE = 50;

	/** In bytes, for one time; some tens of milliseconds on a slow machine. */
	private static final int TIDIED = 1 << 20;

	private final DataSource database;
	private final SingleWriter writers;

	/** Set once, before anybody else asks. */
	private volatile @Nullable MVStore store;

	H2Store(DataSource database, SingleWriter writers) {
		this.database = database;
		this.writers = writers;
	}

	/**
	 * To be called before anything else, when the database may be opened.
	 *
	 * @throws IllegalStateException if the database cannot be reached
	 */
	void open() {
		try (Connection connection = database.getConnection()) {
			store = below(connection);
		} catch (SQLException e) {
			throw new IllegalStateException("no connection to the database", e);
		}
		// By itself it would store twice a second, in the middle of transactions.
		store().setAutoCommitDelay(Integer.MAX_VALUE);
	}

	private MVStore store() {
		return Objects.requireNonNull(store, "not open yet");
	}

	private static MVStore below(Connection connection) throws SQLException {
		var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
		return session.getDatabase().getStore().getMvStore();
	}

	/** Returns when all that is committed is on the disk. One at a time. Writers wait only while it is told what to store. */
	void checkpoint() {
		writers.between(this::cut);
		store().executeFilestoreOperation(() -> {
			// What was cut before is written when this has its turn.
		});
		store().sync();
	}

	/** The store answers with a negative number where it has nothing to store, and where somebody else makes use of it. */
	private void cut() {
		while (store().tryCommit() < 0 && store().hasUnsavedChanges()) {
			LockSupport.parkNanos(50_000);
		}
	}

	/** What was told to be stored last, and perhaps more. */
	void copy(Path zip) throws IOException {
		var file = store().getFileStore();
		try (var out = new GrowingFile(Files.newOutputStream(zip), file::size)) {
			file.backup(out);
		}
	}

	/** Makes a little room where much has been written over. */
	void tidy() {
		store().compact(FILL_RATE, TIDIED);
	}
}
