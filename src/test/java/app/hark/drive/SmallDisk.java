package app.hark.drive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes in memory, which can be filled and emptied. Needs a machine on which the test may mount one. */
public final class SmallDisk implements AutoCloseable {

	private static final int BLOCK = 4096;

	private final Path folder;

	private SmallDisk(Path folder) {
		this.folder = folder;
	}

	public static SmallDisk of(int megabytes) {
		try {
			Path folder = Files.createTempDirectory("hark-disk");
			boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
			if (!mounted) {
				Files.delete(folder);
			}
			assumeTrue(mounted, "a small disk cannot be mounted here: this test needs Linux and root");
			return new SmallDisk(folder);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public Path data() {
		return folder.resolve("data");
	}

	public long left() {
		return folder.toFile().getUsableSpace();
	}

	/** Something else fills the disk until no more than so many bytes are left. */
	public void fillUpTo(long bytes) {
		try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast"))) {
			while (left() > bytes) {
				ballast.write(new byte[BLOCK]);
			}
		} catch (IOException full) {
			// that was what it was for
		}
	}

	/** What filled it is deleted. */
	public void makeRoom() {
		try {
			Files.delete(folder.resolve("ballast"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		try {
			// Lazily: who still has a file open there is on its way out.
			run("umount", "--lazy", folder.toString());
			Files.delete(folder);
		} catch (IOException leftBehind) {
			// an empty folder that stays does no harm
		}
	}

	private static boolean run(String... command) throws IOException {
		try {
			return new ProcessBuilder(List.of(command)).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		} catch (IOException noSuchCommand) {
			return false;
		}
	}
}
