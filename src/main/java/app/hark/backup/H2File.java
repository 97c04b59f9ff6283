package app.hark.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An H2 file that this process opens by itself, outside the pool of the server, and closes again. */
final class H2File implements AutoCloseable {

	private final SingleConnectionDataSource connection;

	private H2File(Path file, String mode) {
		String name = file.toString().replaceFirst("\\.mv\\.db$", "");
		this.connection = new SingleConnectionDataSource(
				"jdbc:h2:file:" + name + ";IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE" + mode, "sa", "", true);
	}

	/** Reads it without changing a byte, even where H2 would repair or tidy. */
	static H2File toRead(Path file) {
		return new H2File(file, ";ACCESS_MODE_DATA=r");
	}

	/** Opens it as the server does: what the last one to have it open has left unfinished is finished now. */
	static H2File asServer(Path file) {
		return new H2File(file, "");
	}

	/** Opens it at the first question, which therefore tells whether it can be opened. */
	JdbcClient jdbc() {
		return JdbcClient.create(connection);
	}

	/** Has it for something that does without Spring. To be closed before this file. */
	Connection connection() throws SQLException {
		return connection.getConnection();
	}

	/** Nobody else may write to it meanwhile. */
	void pack(Path zip) {
		jdbc().sql("backup to ?").param(zip.toString()).update();
	}

	@Override
	public void close() {
		connection.destroy();
	}
}
