package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/** Makes folders and files that nobody but the owner of the folder around them may read. */
final class OwnerOnly {

	private OwnerOnly() {
	}

	static Path folder(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			Files.createDirectories(folder);
			restrict(folder, "rwx------");
		}
		return folder;
	}

	static Path file(Path file) throws IOException {
		Files.createFile(file);
		restrict(file, "rw-------");
		return file;
	}

	/** A file that appears under its name only when it is complete and on the disk. */
	static void write(Path file, String text) throws IOException {
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		Files.deleteIfExists(unfinished);
		Files.writeString(file(unfinished), text);
		Durable.move(unfinished, file);
	}

	/** Root may run a command for a Hark that runs as somebody else: what root makes belongs to whoever owns the folder. */
	private static void restrict(Path made, String permissions) throws IOException {
		PosixFileAttributeView view = posix(made);
		Path parent = made.toAbsolutePath().getParent();
		if (view == null || parent == null) {
			return;
		}
		view.setPermissions(PosixFilePermissions.fromString(permissions));
		var owner = Files.getOwner(parent);
		if (!view.getOwner().equals(owner) && view.getOwner().getName().equals("root")) {
			view.setOwner(owner);
		}
	}

	private static @Nullable PosixFileAttributeView posix(Path file) {
		return Files.getFileAttributeView(file, PosixFileAttributeView.class);
	}
}
