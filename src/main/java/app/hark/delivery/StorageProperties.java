package app.hark.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where everything is kept.
 *
 * @param data the one folder that holds everything Hark keeps
 */
@ConfigurationProperties("hark")
record StorageProperties(Path data, Disk storage) {

	/** @param reserve what people send is refused while the disk has less room than this */
	record Disk(DataSize reserve) {
	}

	/**
	 * The database file without its ending, in a folder that is made if it is not there, for its owner alone.
	 *
	 * @throws UncheckedIOException if the folder cannot be made
	 */
	String database() {
		Path folder = data.toAbsolutePath().normalize();
		try {
			if (Files.notExists(folder)) {
				Files.createDirectories(folder);
				Optional.ofNullable(Files.getFileAttributeView(folder, PosixFileAttributeView.class))
						.ifPresent(StorageProperties::keepOthersOut);
			}
		} catch (IOException e) {
			throw new UncheckedIOException("cannot make the data folder " + folder, e);
		}
		return folder.resolve("hark").toString();
	}

	private static void keepOthersOut(PosixFileAttributeView folder) {
		try {
			folder.setPermissions(PosixFilePermissions.fromString("rwx------"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
