package app.hark.backup;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import app.hark.search.IndexFolder;

/** What lies in the data folder besides the database: it belongs into a copy as well. */
final class OtherFiles {

	/** In the name of whatever a restore has moved aside. */
	static final String ASIDE = "-before-restore-";

	private OtherFiles() {
	}

	/** Adds them to the archive. A copy of a file that is read later than the database may be newer than it, never older. */
	static void add(DataFolder data, Path zip) throws IOException {
		var files = files(data.path());
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

	/** Does not look into what does not belong into a copy: there, files come and go meanwhile. */
	private static List<Path> files(Path data) throws IOException {
		var files = new ArrayList<Path>();
		Files.walkFileTree(data, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
				return folder.equals(data) || belongs(data.relativize(folder))
						? FileVisitResult.CONTINUE
						: FileVisitResult.SKIP_SUBTREE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (attributes.isRegularFile() && belongs(data.relativize(file))) {
					files.add(data.relativize(file));
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return files;
	}

	/** What begins with {@code hark.} is the database and what is made anew from it, as the search index is. */
	private static boolean belongs(Path file) {
		String first = file.getName(0).toString();
		return !first.equals("backups") && !first.equals(IndexFolder.NAME) && !first.startsWith("hark.")
				&& !file.toString().contains(ASIDE);
	}
}
