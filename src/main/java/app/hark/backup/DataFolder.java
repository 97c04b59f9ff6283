package app.hark.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

import app.hark.delivery.SharedDatabase;

/**
 * The folder of {@code hark.data}.
 *
 * @param path absolute
 * @param holdsDatabase false where all is in a PostgreSQL and not in an H2 file in this folder
 */
public record DataFolder(Path path, boolean holdsDatabase) {

	/** What the commands and the log say of any other database. */
	static final String OTHER_DATABASE = "This Hark keeps its data in a database of its own: use that database's tools for backups.";

	public static DataFolder of(Environment properties) {
		return new DataFolder(
				Path.of(properties.getRequiredProperty("hark.data")).toAbsolutePath().normalize(),
				!properties.matchesProfiles(SharedDatabase.PROFILE));
	}

	/** The file that H2 writes. */
	Path database() {
		return path.resolve("hark.mv.db");
	}

	boolean isNew() {
		return Files.notExists(database());
	}

	/**
	 * Locks the database file as H2 does, so that none of the two opens it at the same time; null if it is open elsewhere.
	 * Never to be called by a process that has the database open: closing any channel of a file gives up all its locks.
	 */
	static @Nullable FileChannel lock(Path file) throws IOException {
		var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
		FileLock lock = channel.tryLock();
		if (lock == null) {
			channel.close();
			return null;
		}
		return channel;
	}

	/** Whether a Hark runs on this folder; not to be asked by that process itself, see {@link #lock}. */
	public boolean isInUse() throws IOException {
		return isLocked(database()) || isLocked(ownLock());
	}

	private static boolean isLocked(Path file) throws IOException {
		if (Files.notExists(file)) {
			return false;
		}
		try (var free = lock(file)) {
			return free == null;
		}
	}

	/**
	 * Keeps others from this folder, where no database in it does so: until what is answered is closed.
	 *
	 * @return null if another Hark runs on it
	 */
	public @Nullable Closeable occupy() throws IOException {
		Files.createDirectories(path);
		if (Files.notExists(ownLock())) {
			Files.createFile(ownLock());
		}
		return lock(ownLock());
	}

	private Path ownLock() {
		return path.resolve("hark.lock");
	}
}
