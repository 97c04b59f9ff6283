package app.hark.backup;

import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The database is not whole, so Hark must not start on it. */
final class Damaged extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	private final transient DataFolder data;

	Damaged(DataFolder data, String why, @Nullable Throwable cause) {
		super(why, cause);
		this.data = data;
	}

	/** What happened, what has not happened, and what to do: one sentence. */
	String sentence() {
		return "Hark does not start, and has changed nothing, because its database " + data.database()
				+ " is not whole: " + getMessage() + "; " + newest().map(backup -> "the newest good backup is "
						+ backup.file() + ", and “java -jar hark.jar restore " + backup.file() + " --hark.data="
						+ data.path() + "” puts it back.").orElse("there is no good backup in "
								+ Backups.in(data).folder() + ".");
	}

	/** How to go on without a backup. */
	String otherwise() {
		return "If you know better and want to go on with what is there, remove " + HighWater.in(data).file()
				+ ", if it is there, and start Hark again.";
	}

	private Optional<Backup> newest() {
		try {
			return Backups.in(data).newestGood();
		} catch (IOException _) {
			return Optional.empty();
		}
	}

	/** What went wrong first, in a line: H2 and Spring wrap it several times. */
	static String rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage()).lines().findFirst().orElse("").replaceFirst(" \\[[0-9./-]+]$", "");
	}
}
