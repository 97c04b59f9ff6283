package app.hark.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Gives files their final names so that a power cut leaves either the old state or the new one. */
final class Durable {

	private Durable() {
	}

	/** Puts the file on the disk, then gives it its name at once, also over a file that has that name. */
	static void move(Path from, Path to) throws IOException {
		sync(from);
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		syncFolder(to);
	}

	/** Gives a file a second name, or its only one where the file system knows no second names. */
	static void keepAs(Path file, Path name) throws IOException {
		try {
			Files.createLink(name, file);
		} catch (UnsupportedOperationException _) {
			Files.move(file, name);
		}
		syncFolder(name);
	}

	private static void sync(Path file) throws IOException {
		try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
	}

	/** Some systems open no folders; theirs keep names by themselves. */
	private static void syncFolder(Path file) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder == null || !Files.getFileStore(folder).supportsFileAttributeView("posix")) {
			return;
		}
		try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}
}
