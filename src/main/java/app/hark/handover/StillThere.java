package app.hark.handover;

import java.io.Serial;
import java.nio.file.Path;

/** The Hark that runs has not ended, so another one cannot take its place. */
final class StillThere extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;

	StillThere(Path data) {
		super("The Hark that runs on " + data + " has not ended.");
	}
}
