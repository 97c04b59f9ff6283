package app.hark.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes a copy from the command line, whether a server runs on the folder or not. */
final class BackupCommand {

	/** A server takes a question within a second; one that is still starting needs longer. */
	private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final DataFolder data;
	private final Clock clock;

	BackupCommand(DataFolder data, Clock clock) {
		this.data = data;
		this.clock = clock;
	}

	/** The file of the checked copy. */
	Path run() throws NotMade, IOException {
		if (data.isNew()) {
			throw Commands.refused("There is no database of Hark in " + data.path() + ".");
		}
		return data.isInUse() ? askServer() : make();
	}

	/** Reads only, so that a database that is not whole stays as it is. */
	private Path make() throws NotMade {
		new Integrity(data).check();
		try (var original = H2File.toRead(data.database())) {
			return new Copying(data, clock).make(original.jdbc(), original::pack).file();
		}
	}

	private Path askServer() throws IOException, NotMade {
		var request = Request.ask(Backups.in(data).folder());
		try {
			var deadline = clock.instant().plus(TAKEN_WITHIN);
			while (!request.isAnswered()) {
				if (!request.isTaken() && clock.instant().isAfter(deadline)) {
					throw Commands.refused("The Hark that runs on " + data.path()
							+ " does not answer: is it starting, stopping, or an older one that makes no backups?");
				}
				if (!data.isInUse() && !request.isAnswered()) {
					throw Commands.refused("The Hark that ran on " + data.path()
							+ " ended before the copy was made: run the command again.");
				}
				LockSupport.parkNanos(PAUSE.toNanos());
			}
			return request.made();
		} finally {
			request.withdraw();
		}
	}
}
