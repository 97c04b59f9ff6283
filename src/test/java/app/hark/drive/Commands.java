package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Commands of the system. */
public final class Commands {

	private Commands() {
	}

	/** Runs one to its end, and fails as it does. */
	public static void run(String... command) {
		try {
			Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			int exit = process.waitFor();
			if (exit != 0) {
				throw new IllegalStateException(String.join(" ", command) + " has failed with " + exit);
			}
		} catch (IOException noSuchCommand) {
			throw new UncheckedIOException(noSuchCommand);
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}
}
