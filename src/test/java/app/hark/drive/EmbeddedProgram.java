package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The PostgreSQL that comes with the dependencies of the build. */
final class EmbeddedProgram implements PostgresProgram {

	private final Path data;

	private final int port;

	private final List<String> settings;

	private EmbeddedPostgres running;

	private EmbeddedProgram(Path data, int port, List<String> settings) throws IOException {
		this.data = data;
		this.port = port;
		this.settings = settings;
		this.running = launch();
	}

	static PostgresProgram start(Path data, int port, List<String> settings) throws IOException {
		return new EmbeddedProgram(data, port, settings);
	}

	private EmbeddedPostgres launch() throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(data).setPort(port)
				.setCleanDataDirectory(false);
		settings.stream().map(setting -> setting.split("="))
				.forEach(setting -> builder.setServerConfig(setting[0], setting[1]));
		return builder.start();
	}

	@Override
	public int port() {
		return port;
	}

	@Override
	public Path data() {
		return data;
	}

	@Override
	public void stop() {
		try {
			running.close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void startAgain() {
		try {
			running = launch();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
