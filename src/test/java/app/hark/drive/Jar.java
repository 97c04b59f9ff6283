package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the packaged application is: the system property {@code hark.jar}, else the newest that the build has made. */
final class Jar {

	private Jar() {
	}

	static Path path() {
		String named = System.getProperty("hark.jar");
		return named != null ? Path.of(named) : newest();
	}

	private static Path newest() {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files
					.filter(file -> file.getFileName().toString().matches("hark-[0-9].*(?<!-sources|-javadoc)\\.jar"))
					.max(Comparator.comparing(Jar::age))
					.orElseThrow(() -> new IllegalStateException("No target/hark-*.jar: run mvn package first"));
		} catch (IOException absent) {
			throw new UncheckedIOException("No target folder: run mvn package first", absent);
		}
	}

	private static java.nio.file.attribute.FileTime age(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		} catch (IOException gone) {
			throw new UncheckedIOException(gone);
		}
	}
}
