package app.hark.handover;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.springframework.core.env.Environment;

/** The one place in a data folder, which one Hark has at a time and another may ask for. */
record Place(Path data) {

	static Place in(Environment properties) {
		return new Place(Path.of(properties.getRequiredProperty("hark.data")).toAbsolutePath().normalize());
	}

	/**
	 * Whether a process has the database open, seen by the lock that H2 keeps on its file. Never to be called by a process
	 * that has it open itself: closing any channel of a file gives up all its locks.
	 */
	boolean isTaken() throws IOException {
		Path database = data.resolve("hark.mv.db");
		if (Files.notExists(database)) {
			return false;
		}
		try (var channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			return lock == null;
		}
	}

	/** Asks whoever has it. */
	void ask() throws IOException {
		try {
			Files.createFile(question());
		} catch (FileAlreadyExistsException _) {
			// Somebody else has asked, or a question was never heard.
		}
	}

	/** Hears a question, once. */
	boolean isAsked() throws IOException {
		return Files.deleteIfExists(question());
	}

	private Path question() {
		return data.resolve("hark.takeover");
	}
}
