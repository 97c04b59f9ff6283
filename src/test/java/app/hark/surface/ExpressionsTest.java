package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;

/**
 * The records that templates show have to be public: in all others Spring's expressions look for a method that is, each time anew
 * and with an exception each time, and cannot be compiled.
 */
@HarkTest
@Isolated("hears what everybody throws")
class ExpressionsTest {

	@TempDir Path folder;

	@LocalServerPort int port;

	@Test
	void nothingIsLookedForInVain() throws IOException {
		Person bea = People.someone();
		Client.at(port).signUp(bea);
		Client adas = Client.at(port).signUp(People.someone());
		try (Recording recording = new Recording()) {
			recording.enable("jdk.JavaExceptionThrow");
			recording.start();
			look(adas, bea);
			recording.stop();
			assertThat(missed(recording)).isEmpty();
		}
	}

	private void look(Client adas, Person bea) {
		long chat = adas.write(bea, "Have a look at https://hark.example");
		adas.say(chat, "or at www.example.org");
		long message = adas.chat(chat).html().messages().getLast().id();
		adas.get("/messages/" + message).expect(200);
		adas.list();
		adas.get("/people?q=" + bea.username()).expect(200);
		eventually(() -> assertThat(adas.get("/search?q=look").expect(200).body()).contains("class=\"hit\""));
		adas.get("/account").expect(200);
		adas.get("/groups/new").expect(200);
		for (String page : List.of("/sign-in", "/sign-up")) {
			Client.at(port).get(page).expect(200);
		}
	}

	private List<String> missed(Recording recording) throws IOException {
		Path file = folder.resolve("exceptions.jfr");
		recording.dump(file);
		return RecordingFile.readAllEvents(file).stream()
				.filter(event -> event.getClass("thrownClass").getName().equals(NoSuchMethodException.class.getName()))
				.map(event -> String.valueOf(event.getString("message")))
				.filter(message -> message.startsWith("java.lang.Record."))
				.distinct().toList();
	}
}
