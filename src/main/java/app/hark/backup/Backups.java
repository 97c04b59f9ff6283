package app.hark.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.springframework.util.FileSystemUtils;

/** The folder of the checked copies. What is in it under another name is not finished, or never was a copy. */
record Backups(Path folder) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'");
	private static final Pattern NAME = Pattern.compile("hark-(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ)\\.zip");
	private static final String UNFINISHED = "unfinished-";

	static Backups in(DataFolder data) {
		return new Backups(data.path().resolve("backups"));
	}

	/** A time as it stands in the names of files, in UTC. */
	static String name(Instant time) {
		return TIME.format(time.atOffset(ZoneOffset.UTC));
	}

	/** Newest first; empty if the folder is not there. */
	List<Backup> all() throws IOException {
		if (Files.notExists(folder)) {
			return List.of();
		}
		try (var files = Files.list(folder)) {
			return files.flatMap(file -> read(file).stream()).sorted(Comparator.comparing(Backup::made).reversed())
					.toList();
		}
	}

	/** The newest that can still be read to its end: a disk that has spoilt a database may have spoilt copies as well. */
	Optional<Backup> newestGood() throws IOException {
		return all().stream().filter(Backups::isReadable).findFirst();
	}

	/** An empty folder to make a copy in, on the same disk. Forgets what earlier ones have left behind. */
	Path begin() throws IOException {
		OwnerOnly.folder(folder);
		forgetUnfinished();
		return OwnerOnly.folder(folder.resolve(UNFINISHED + UUID.randomUUID()));
	}

	/** Forgets what a crash has left behind. Only for whoever makes the copies at this time. */
	void forgetUnfinished() throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		try (var left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
			for (Path one : left) {
				FileSystemUtils.deleteRecursively(one);
			}
		}
	}

	/** Gives a checked copy its name. */
	Backup keep(Path copy, Instant made) throws IOException {
		Path file = folder.resolve("hark-" + name(made) + ".zip");
		Durable.move(copy, file);
		return read(file).orElseThrow();
	}

	/** Deletes the oldest, so that so many remain. */
	void retain(int kept) throws IOException {
		for (Backup old : all().stream().skip(kept).toList()) {
			Files.delete(old.file());
		}
	}

	private static Optional<Backup> read(Path file) {
		var name = NAME.matcher(file.getFileName().toString());
		try {
			return name.matches()
					? Optional.of(new Backup(file,
							LocalDateTime.parse(name.group(1), TIME).toInstant(ZoneOffset.UTC), Files.size(file)))
					: Optional.empty();
		} catch (IOException | java.time.DateTimeException _) {
			return Optional.empty();
		}
	}

	private static boolean isReadable(Backup backup) {
		try (InputStream file = Files.newInputStream(backup.file()); var zip = new ZipInputStream(file)) {
			boolean found = false;
			while (zip.getNextEntry() != null) {
				// Reading to the end compares the checksum.
				found |= zip.transferTo(OutputStream.nullOutputStream()) > 0;
			}
			return found;
		} catch (IOException _) {
			return false;
		}
	}
}
