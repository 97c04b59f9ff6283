package app.hark.drive;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives an application under test a data folder of its own, which goes when the tests end, and with the profile of PostgreSQL an
 * empty database.
 */
public final class TemporaryData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			Path data = Files.createTempDirectory("hark-test");
			File folder = data.toFile();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder)));
			TestPropertyValues.of("hark.data=" + data).applyTo(context);
			if (context.getEnvironment().matchesProfiles("postgres")) {
				TestPropertyValues.of(Postgres.properties(Postgres.shared().database())).applyTo(context);
			}
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
