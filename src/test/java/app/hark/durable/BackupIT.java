package app.hark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Program;
import app.hark.drive.StreamReader;

/** Copies while people write, and puts one back under the eyes of those who read. */
@PackagedTest
class BackupIT {

	private static final int WRITERS = 4;

	@TempDir Path unpacked;

	@Test
	void aCopyMadeUnderAFloodHoldsAllThatWasAcknowledgedBefore() throws IOException, SQLException {
		try (HarkServer hark = HarkServer.start("hark.backup.keep=3")) {
			List<Flow> flows = IntStream.range(0, WRITERS).mapToObj(writer -> flood(hark, "writer" + writer)).toList();
			Map<Path, List<String>> copies = new HashMap<>();
			for (int copy = 1; copy <= 4; copy++) {
				flows.forEach(flow -> flow.awaitMore(20));
				List<String> before = flows.stream().flatMap(flow -> flow.acknowledged().stream()).toList();
				copies.put(backup(hark), before);
				flows.forEach(flow -> flow.awaitMore(1));
			}
			flows.forEach(Flow::stop);

			List<Path> kept = copies.keySet().stream().filter(Files::exists).toList();
			assertThat(kept).as("the newest of %s", copies.keySet()).hasSize(3);
			for (Path copy : kept) {
				assertThat(bodies(copy)).as("%s", copy).containsAll(copies.get(copy));
			}
			try (var files = Files.list(hark.data().resolve("backups"))) {
				assertThat(files).as("nothing else is left").hasSize(3)
						.allSatisfy(
								file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
										.isEqualTo("rw-------"));
			}
		}
	}

	@Test
	void afterARestoreOpenPagesLoadThemselvesAnewAndShowWhatIsTrueAgain() {
		try (HarkServer hark = HarkServer.start()) {
			Person reader = People.someone();
			Client readers = Client.at(hark.url()).signUp(reader);
			Client writers = Client.at(hark.url()).signUp(People.someone());
			long conversation = writers.write(reader, "kept");
			Path copy = backup(hark);
			String seen;
			try (StreamReader stream = readers.stream()) {
				writers.say(conversation, "taken back");
				writers.say(conversation, "taken back as well");
				stream.awaitMessages(2);
				seen = String.valueOf(stream.lastId());

				assertThat(restore(hark, copy).refused()).contains("is running");
				hark.stop();
			}
			String said = restore(hark, copy).done();
			hark.restart();

			assertThat(said).contains("messages: 1").contains("hark-before-restore-");
			assertThat(texts(readers, conversation)).containsExactly("kept");
			try (StreamReader ahead = readers.streamAfter(seen)) {
				ahead.await("reset");
				assertThat(ahead.texts()).isEmpty();
			}
			for (String text : List.of("new", "newer", "newest")) {
				writers.say(conversation, text);
			}
			try (StreamReader elsewhere = readers.streamAfter(seen)) {
				elsewhere.await("reset");
				assertThat(elsewhere.texts()).isEmpty();
			}
			assertThat(texts(readers, conversation)).containsExactly("kept", "new", "newer", "newest");
		}
	}

	@Test
	void whereNoServerRunsTheCommandMakesTheCopyItselfWithAllOtherFiles() throws IOException, SQLException {
		try (HarkServer hark = HarkServer.start()) {
			Person reader = People.someone();
			Client.at(hark.url()).signUp(reader);
			Client.at(hark.url()).signUp(People.someone()).write(reader, "the last line");
			hark.kill();
			Path other = Files.createDirectories(hark.data().resolve("files")).resolve("picture");
			Files.writeString(other, "as it was");
			byte[] database = Files.readAllBytes(hark.data().resolve("hark.mv.db"));

			Path copy = backup(hark);

			assertThat(Files.readAllBytes(hark.data().resolve("hark.mv.db"))).as("the original").isEqualTo(database);
			assertThat(bodies(copy)).containsExactly("the last line");
			Files.writeString(other, "changed");
			restore(hark, copy).done();
			assertThat(other).hasContent("as it was");
		}
	}

	@Test
	void whatIsNoCopyIsNotRestored() throws IOException {
		try (HarkServer hark = HarkServer.start()) {
			hark.stop();
			Path copy = backup(hark);
			byte[] whole = Files.readAllBytes(copy);
			byte[] database = Files.readAllBytes(hark.data().resolve("hark.mv.db"));
			whole[whole.length / 2] ^= 0x55;
			Files.write(copy, whole);

			assertThat(restore(hark, copy).refused()).contains("not a good copy").contains("nothing was changed");
			assertThat(restore(hark, copy.resolveSibling("other.zip")).refused()).contains("There is no file");
			assertThat(Files.readAllBytes(hark.data().resolve("hark.mv.db"))).isEqualTo(database);
		}
	}

	private static Flow flood(HarkServer hark, String text) {
		Person reader = People.someone();
		Client.at(hark.url()).signUp(reader);
		Client writer = Client.at(hark.url()).signUp(People.someone());
		return Flow.flood(writer, writer.write(reader, "start"), text);
	}

	private static Path backup(HarkServer hark) {
		Path copy = Path.of(Program.run("backup", "--hark.data=" + hark.data()).done());
		assertThat(copy).isRegularFile();
		return copy;
	}

	private static Program restore(HarkServer hark, Path copy) {
		return Program.run("restore", copy.toString(), "--hark.data=" + hark.data());
	}

	private static List<String> texts(Client client, long conversation) {
		return client.chat(conversation).html().messages().stream().map(Html.Message::text).toList();
	}

	/** What a database that was opened from the copy has in its messages. */
	private Set<String> bodies(Path copy) throws IOException, SQLException {
		Path folder = Files.createDirectory(unpacked.resolve(copy.getFileName().toString()));
		try (ZipFile zip = new ZipFile(copy.toFile())) {
			Files.copy(zip.getInputStream(zip.getEntry("hark.mv.db")), folder.resolve("hark.mv.db"));
		}
		List<String> bodies = new ArrayList<>();
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("hark"), "sa", "");
				var rows = database.createStatement().executeQuery("select body from message")) {
			while (rows.next()) {
				bodies.add(rows.getString(1));
			}
		}
		assertThat(bodies).isNotEmpty();
		return new HashSet<>(bodies);
	}
}
