package app.hark.drive;

import java.nio.file.Path;

/** How a PostgreSQL is started and ended on this machine. */
interface PostgresProgram {

	int port();

	/** Where its files are. */
	Path data();

	/** Ends it and breaks what is open. */
	void stop();

	/** Starts it with the files and the port that it had. */
	void startAgain();
}
