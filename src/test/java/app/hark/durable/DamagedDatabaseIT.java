package app.hark.durable;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Program;

/** Hark does not start on a database that is not whole: it says so in a sentence, changes nothing, and names the way back. */
@PackagedTest
class DamagedDatabaseIT {

	private static HarkServer hark;
	private static Path database;
	private static byte[] earlier;
	private static byte[] whole;
	private static Path copy;
	private static Client reader;
	private static long conversation;

	@BeforeAll
	static void aDatabaseWithACopy() throws IOException {
		hark = HarkServer.start();
		Person somebody = People.someone();
		reader = Client.at(hark.url()).signUp(somebody);
		Client writer = Client.at(hark.url()).signUp(People.someone());
		conversation = writer.write(somebody, "message 0");
		database = hark.data().resolve("hark.mv.db");
		hark.stop();
		earlier = Files.readAllBytes(database);
		hark.restart();
		for (int message = 1; message < 40; message++) {
			writer.say(conversation, "message " + message + " " + "x".repeat(7_000));
		}
		hark.stop();
		copy = Path.of(Program.run("backup", "--hark.data=" + hark.data()).done());
		whole = Files.readAllBytes(database);
	}

	@BeforeEach
	void whole() throws IOException {
		Files.write(database, whole);
	}

	@AfterAll
	static void end() {
		hark.close();
	}

	@Test
	void aFileWithoutItsSecondHalf() throws IOException {
		try (FileChannel file = FileChannel.open(database, WRITE)) {
			file.truncate(whole.length / 2);
		}
		assertRefused();
	}

	/** What H2 makes of a file that has lost its newest parts: it opens it without a word. */
	@Test
	void aFileInAnEarlierState() throws IOException {
		Files.write(database, earlier);
		assertRefused();
	}

	/** Wherever one message stands, in its present place and in those that it had before, a few blocks are lost. */
	@Test
	void aFileThatWasWrittenOver() throws IOException {
		String text = new String(whole, StandardCharsets.ISO_8859_1);
		int written = 0;
		try (FileChannel file = FileChannel.open(database, WRITE)) {
			for (int at = text.indexOf(" 20 xxx"); at >= 0; at = text.indexOf(" 20 xxx", at + 1)) {
				file.write(ByteBuffer.allocate(Math.min(8 * 4096, whole.length - at)), at);
				written++;
			}
		}
		assertThat(written).isPositive();
		assertRefused();
	}

	@Test
	void anEmptyFile() throws IOException {
		Files.write(database, new byte[0]);
		assertRefused();
	}

	@Test
	void aFileOfAnotherKind() throws IOException {
		Files.copy(copy, database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertRefused();
	}

	@Test
	void noFile() throws IOException {
		Files.delete(database);
		assertRefused();
	}

	@Test
	void theNewestGoodCopyIsNamedAndNotOneThatIsSpoiltItself() throws IOException {
		Path spoilt = copy.resolveSibling("hark-2099-01-01T00-00-00Z.zip");
		byte[] bytes = Files.readAllBytes(copy);
		bytes[bytes.length / 2] ^= 0x55;
		Files.write(spoilt, bytes);
		Files.write(database, new byte[0]);
		try {
			assertRefused();
		} finally {
			Files.delete(spoilt);
		}
	}

	@Test
	void theCopyThatIsNamedBringsEverythingBack() throws IOException {
		Files.write(database, new byte[0]);
		Program.run("restore", copy.toString(), "--hark.data=" + hark.data()).done();
		hark.restart();

		assertThat(reader.chat(conversation).html().messages().stream().map(Html.Message::text))
				.last().asString().startsWith("message 39 ");
		hark.stop();
		whole = Files.readAllBytes(database);
	}

	private static void assertRefused() throws IOException {
		byte[] before = Files.exists(database) ? Files.readAllBytes(database) : null;

		Program start = Program.run("--server.port=0", "--hark.data=" + hark.data());

		assertThat(start.exit()).isEqualTo(1);
		assertThat(start.output()).contains("is not whole: ")
				.contains("the newest good backup is " + copy + ", and “java -jar hark.jar restore " + copy)
				.doesNotContain("Exception").doesNotContain("\tat ");
		assertThat(Files.exists(database) ? Files.readAllBytes(database) : null).as("the file").isEqualTo(before);
	}
}
