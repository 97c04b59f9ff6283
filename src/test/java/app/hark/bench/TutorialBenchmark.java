package app.hark.bench;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;

/**
 * What the same machine, the same data and the same load make of {@link Tutorial}, so that what Hark does can be compared:
 * {@code mvn verify -Pbench -Dit.test=TutorialBenchmark}.
 */
class TutorialBenchmark {

	private static final World WORLD = World.asAsked();

	private final Figures figures = new Figures();

	private final Sends sends = new Sends();

	@Test
	void theSameLoad() throws Exception {
		Path folder = Files.createTempDirectory("tutorial");
		int port = HarkServer.freePort();
		fill(folder.resolve("tutorial.mv.db"));
		Process tutorial = start(folder, port);
		try {
			eventually(Duration.ofMinutes(3), () -> assertThat(answers(port)).isTrue());
			measure(URI.create("http://localhost:" + port), tutorial.pid());
		} finally {
			tutorial.destroy();
			tutorial.waitFor();
			FileSystemUtils.deleteRecursively(folder);
		}
		figures.print(
				"a tutorial's messenger, %s, %,d people, %,d messages".formatted(Cores.described(), WORLD.people(),
						WORLD.messages()));
	}

	/** A Hark makes the tables. */
	private static void fill(Path database) throws Exception {
		Path data = Files.createTempDirectory("tutorial-world");
		try (HarkServer hark = HarkServer.startOn(data)) {
			Client.at(hark.url()).signUp(People.someone());
			hark.stop();
			WORLD.fill(data);
			Files.move(data.resolve("hark.mv.db"), database);
		}
	}

	private static Process start(Path folder, int port) throws Exception {
		List<String> command = new ArrayList<>(Cores.forServer());
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-cp",
				System.getProperty("java.class.path"), "-Dspring.config.name=tutorial", Tutorial.class.getName(),
				"--server.port=" + port, "--spring.datasource.username=sa",
				"--spring.datasource.url=jdbc:h2:file:" + folder.resolve("tutorial")));
		return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(Path.of("target/tutorial.log").toFile()).start();
	}

	private static boolean answers(int port) {
		try (Socket _ = new Socket("localhost", port)) {
			return true;
		} catch (IOException _) {
			return false;
		}
	}

	private void measure(URI address, long server) throws Exception {
		List<String> cookies = IntStream.range(0, WORLD.readers()).mapToObj(i -> "hark=" + WORLD.reader(i)).toList();
		List<Senders.Device> devices = IntStream.range(0, WORLD.senders())
				.mapToObj(i -> new Senders.Device(address, "hark=" + WORLD.sender(i), "none", i)).toList();
		try (Readers readers = Readers.open(address, cookies, sends)) {
			Cores.leaveFirst();
			var load = new Load(WORLD, devices, sends, readers, server, figures);
			load.flood(16);
			load.flood(64);
			load.pace(Integer.getInteger("hark.bench.pace", 500));
			load.chats();
			load.people();
		}
	}
}
