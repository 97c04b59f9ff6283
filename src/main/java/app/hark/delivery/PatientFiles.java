package app.hark.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files, as a file system of its own that H2 asks by the name in the database's URL.
 * <p>
 * H2 does not survive a write that fails: it closes its store in the middle of what others are doing, and whoever asks it
 * anything afterwards never gets an answer (2.4.240: {@code MVStore.registerVersionUsage} turns for ever). Therefore it
 * never sees one: see {@link PatientFile}. Public, with a public constructor, because H2 makes a path of it by reflection.
 */
public final class PatientFiles extends FilePathWrapper {

	private static final String SCHEME = "hark";

	/** Makes the scheme known to H2 and returns the database's path with it. */
	static String path(String file) {
		FilePath.register(new PatientFiles());
		return SCHEME + ":" + file;
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new PatientFile(super.open(mode));
	}
}
