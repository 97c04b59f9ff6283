package app.hark.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.Environment;

import app.hark.delivery.SharedDatabase;

/** What {@code java -jar hark.jar} does when its first argument is {@code backup}, {@code restore} or {@code move-to-postgres}. */
public final class Commands {

	private Commands() {
	}

	/** Exits with 0 when it is done, and with 1 and one sentence on the error output when it is not. */
	public static void main(String[] args) {
		System.exit(run(args, System.out, System.err));
	}

	private static int run(String[] args, PrintStream out, PrintStream err) {
		try {
			out.println(run(args, out));
			return 0;
		} catch (NotMade why) {
			err.println(why.sentence());
		} catch (AccessDeniedException e) {
			err.println("This user may not read or write " + e.getFile()
					+ ": run the command as the user that Hark runs as.");
		} catch (IOException | RuntimeException e) {
			err.println("That did not work: " + Damaged.rootOf(e));
		}
		return 1;
	}

	private static String run(String[] args, PrintStream out) throws NotMade, IOException {
		if (args[0].equals("move-to-postgres")) {
			var properties = properties(args, SharedDatabase.PROFILE);
			return new MoveCommand(DataFolder.of(properties), properties, out).run();
		}
		var data = DataFolder.of(properties(args));
		if (!data.holdsDatabase()) {
			throw refused(DataFolder.OTHER_DATABASE);
		}
		List<String> words = Arrays.stream(args).skip(1).filter(word -> !word.startsWith("--")).toList();
		if (args[0].equals("backup") && words.isEmpty()) {
			return new BackupCommand(data, Clock.systemUTC()).run().toString();
		}
		if (args[0].equals("restore") && words.size() == 1) {
			return new RestoreCommand(data, Clock.systemUTC()).run(Path.of(words.getFirst()).toAbsolutePath());
		}
		throw refused("Write: java -jar hark.jar backup --hark.data=FOLDER, or: java -jar hark.jar restore FILE "
				+ "--hark.data=FOLDER.");
	}

	static NotMade refused(String sentence) {
		return new NotMade(NotMade.Reason.FAILED, sentence);
	}

	/** Everything that Spring Boot reads properties from, as for the server, and nothing else of the server. */
	private static Environment properties(String[] args, String... profiles) {
		var application = new SpringApplication(Properties.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setLogStartupInfo(false);
		application.setAdditionalProfiles(profiles);
		application.setRegisterShutdownHook(false);
		String[] quiet = Arrays.copyOf(args, args.length + 1);
		quiet[args.length] = "--logging.level.root=off";
		return application.run(quiet).getEnvironment();
	}

	/** Asks for nothing but the properties. */
	static class Properties {
	}
}
