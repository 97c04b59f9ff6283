package app.hark.handover;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.core.env.Environment;

import app.hark.backup.DataFolder;

/** The one place in a data folder, which one Hark has at a time and another may ask for. */
record Place(DataFolder data) {

	static Place in(Environment properties) {
		return new Place(DataFolder.of(properties));
	}

	/** Asks whoever has it. */
	void ask() throws IOException {
		try {
			Files.createFile(question());
		} catch (FileAlreadyExistsException _) {
			// It was not heard yet.
		}
	}

	/** Takes the question away: true for the one who was asked. */
	boolean isAsked() throws IOException {
		return Files.deleteIfExists(question());
	}

	private Path question() {
		return data.path().resolve("hark.takeover");
	}
}
