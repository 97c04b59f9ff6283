package app.hark.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.springframework.dao.DataAccessException;

/**
 * A copy that has been unpacked, opened as a restore opens it, and found whole.
 *
 * @param contents what it holds
 * @param files all of it, relative to the folder that it was unpacked into; the database has been closed properly
 */
record Copy(Contents contents, List<Path> files) {

	/**
	 * Unpacks and checks.
	 *
	 * @param into an empty folder
	 * @throws NotMade if it is no copy, or not whole
	 */
	static Copy check(Path zip, Path into) throws NotMade {
		try {
			var files = unpack(zip, into);
			Path database = into.resolve("hark.mv.db");
			if (Files.notExists(database)) {
				throw new NotMade(NotMade.Reason.FAILED, "there is no database in it");
			}
			return new Copy(openTwice(database), files);
		} catch (IOException | DataAccessException e) {
			throw new NotMade(NotMade.Reason.FAILED, "it cannot be read (" + Damaged.rootOf(e) + ")", e);
		}
	}

	/** Twice, because an online copy of H2 has been seen that opened once and never again (h2database issue 2752). */
	private static Contents openTwice(Path database) throws NotMade {
		try (var first = H2File.asServer(database)) {
			Contents.of(first.jdbc());
		}
		try (var second = H2File.toRead(database)) {
			var wrong = Consistency.full(second.jdbc());
			if (wrong.isPresent()) {
				throw new NotMade(NotMade.Reason.DIFFERENT, wrong.get());
			}
			return Contents.of(second.jdbc());
		}
	}

	private static List<Path> unpack(Path zip, Path into) throws IOException {
		var files = new ArrayList<Path>();
		try (InputStream file = Files.newInputStream(zip); var entries = new ZipInputStream(file)) {
			for (ZipEntry entry; (entry = entries.getNextEntry()) != null;) {
				Path to = into.resolve(entry.getName()).normalize();
				if (!to.startsWith(into)) {
					throw new IOException("a name in it leads out of the folder");
				}
				if (!entry.isDirectory()) {
					Files.createDirectories(to.resolveSibling("."));
					try (var out = Files.newOutputStream(OwnerOnly.file(to))) {
						entries.transferTo(out);
					}
					files.add(into.relativize(to));
				}
			}
		}
		return files;
	}
}
