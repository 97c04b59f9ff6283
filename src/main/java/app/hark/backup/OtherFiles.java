package app.hark.backup;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies in the data folder besides the database: it belongs into a copy as well. */
final class OtherFiles {

	/** In the name of whatever a restore has moved aside. */
	static final String ASIDE = "-before-restore-";

	private OtherFiles() {
	}

	/** Adds them to the archive. A copy of a file that is read later than the database may be newer than it, never older. */
	static void add(DataFolder data, Path zip) throws IOException {
		try (var walk = Files.walk(data.path())) {
			var files = walk.filter(Files::isRegularFile).map(data.path()::relativize).filter(OtherFiles::belongs)
					.toList();
			if (files.isEmpty()) {
				return;
			}
			try (var archive = FileSystems.newFileSystem(zip)) {
				for (Path file : files) {
					Path to = archive.getPath("/", file.toString().replace('\\', '/'));
					Files.createDirectories(to.resolveSibling("."));
					Files.copy(data.path().resolve(file), to);
				}
			}
		}
	}

	/** What begins with {@code hark.} is the database and what is made anew from it. */
	private static boolean belongs(Path file) {
		String first = file.getName(0).toString();
		return !first.equals("backups") && !first.startsWith("hark.") && !file.toString().contains(ASIDE);
	}
}
