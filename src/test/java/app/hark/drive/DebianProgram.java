package app.hark.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The PostgreSQL of the system's packages, run as the user that they make for it: as root it refuses. */
final class DebianProgram implements PostgresProgram {

	private final Path commands;

	private final Path data;

	private final int port;

	private final List<String> settings;

	private DebianProgram(Path commands, Path data, int port, List<String> settings) {
		this.commands = commands;
		this.data = data;
		this.port = port;
		this.settings = settings;
	}

	static PostgresProgram start(Path folder, int port, List<String> settings) throws IOException {
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			Path newest = versions
					.max(Comparator.comparing(version -> Integer.valueOf(version.getFileName().toString())))
					.orElseThrow(() -> new IOException("No PostgreSQL is installed"));
			Commands.run("chown", "postgres", folder.toString());
			DebianProgram program = new DebianProgram(newest.resolve("bin"), folder.resolve("debian"), port,
					settings);
			program.command("initdb", "-A trust -U postgres --no-sync -E UTF8 --locale=C.UTF-8");
			program.startAgain();
			return program;
		}
	}

	private void command(String name, String arguments) {
		Commands.run("su", "postgres", "-s", "/bin/sh", "-c",
				commands.resolve(name) + " -D " + data + " " + arguments + " >" + data + ".log 2>&1");
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
		command("pg_ctl", "-m fast -w stop");
	}

	@Override
	public void startAgain() {
		String set = settings.stream().map(setting -> "-c " + setting).collect(Collectors.joining(" "));
		command("pg_ctl", "-w -o '-p " + port + " -k /tmp -c fsync=off -c listen_addresses=localhost " + set
				+ "' start");
	}
}
