package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A mark in the data folder of how much the database held when somebody last looked: it can hold more by now, never less.
 * <p>
 * H2 opens a file whose end is missing at the last state that it finds whole, and says nothing; without the mark messages
 * would be missing silently.
 */
record HighWater(Path file) {

	static HighWater in(DataFolder data) {
		return new HighWater(data.path().resolve("hark.high-water"));
	}

	/** @param durable what is on the disk already: what a power cut could still take back must not be in it */
	void mark(Contents durable) throws IOException {
		OwnerOnly.write(file, durable + "\n");
	}

	/** Empty if there is none, as in a folder from before there were marks. */
	Optional<Contents> read() throws IOException {
		return Files.exists(file) ? Optional.of(Contents.read(file)) : Optional.empty();
	}
}
