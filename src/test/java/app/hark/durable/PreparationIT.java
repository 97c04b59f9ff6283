package app.hark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Prepared;
import app.hark.drive.Program;

/** What one start has learned is kept for the next. */
@PackagedTest
class PreparationIT {

	@TempDir Path folder;

	@Test
	void aPreparedHarkStartsFromWhatJavaHasLearned() {
		// Java refuses to start if it cannot use the cache, instead of doing without.
		List<String> program = new ArrayList<>(List.of("-XX:AOTMode=on"));
		program.addAll(Prepared.program());
		try (HarkServer hark = HarkServer.startProgram(program)) {
			Client.at(hark.url()).signUp(People.some(1).getFirst()).get("/conversations").expect(200);
		}
	}

	@Test
	void aFolderThatIsThereIsLeftAsItIs() throws IOException {
		Path old = Files.writeString(folder.resolve("old"), "old");

		assertThat(Program.ofJar("prepare", folder.toString()).refused()).contains("exists already");

		assertThat(folder.toFile().list()).containsExactly("old");
		assertThat(old).hasContent("old");
	}

	@Test
	void whatIsMissingIsSaid() {
		String how = "Write: java -jar hark.jar prepare FOLDER [ROUNDS].";
		assertThat(Program.ofJar("prepare").refused()).isEqualTo(how);
		for (String rounds : List.of("", "0", "many")) {
			assertThat(Program.ofJar("prepare", folder.resolve("new").toString(), rounds).refused()).isEqualTo(how);
		}
		assertThat(folder).isEmptyDirectory();
	}
}
