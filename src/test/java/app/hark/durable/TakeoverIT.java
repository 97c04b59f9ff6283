package app.hark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Program;
import app.hark.drive.SmallDisk;
import app.hark.drive.StreamReader;
import app.hark.drive.Unreachable;

/** One Hark follows another on the same data. */
@PackagedTest
class TakeoverIT {

	@Test
	void theNextOneGoesOnWhereTheOneBeforeHasEnded() throws InterruptedException {
		Person ada = People.someone();
		Person bea = People.someone();
		try (HarkServer hark = HarkServer.start("hark.stream.heartbeat=1s")) {
			Client adas = Client.at(hark.url()).signUp(ada);
			Client beas = Client.at(hark.url()).signUp(bea);
			StreamReader stream = beas.stream();
			long chat = adas.write(bea, "before");
			String cursor = stream.await("message").id();
			long first = hark.pid();

			try (Knocking knocking = new Knocking(hark)) {
				hark.takeOver();
				assertThat(knocking.end()).as("what those got who were let in").containsOnly(200);
			}

			assertThat(hark.pid()).isNotEqualTo(first);
			stream.awaitEnd(Duration.ofSeconds(2));
			assertThat(stream.events().getLast().name()).isEqualTo("bye");
			adas.say(chat, "after");
			try (StreamReader next = beas.streamAfter(cursor)) {
				assertThat(next.await("message").data()).contains("after");
			}
			assertThat(beas.chat(chat).html().messages()).extracting(Html.Message::text).containsExactly("before",
					"after");
		}
	}

	/** It cannot practise either, since there is no room for that. */
	@Test
	void whereTheNextOneFailsAfterTheOneBeforeHasEndedNothingIsLost() throws IOException {
		Person bea = People.someone();
		try (SmallDisk full = SmallDisk.of(4);
				HarkServer hark = HarkServer.start("hark.stream.heartbeat=1s");
				ServerSocket other = new ServerSocket(0)) {
			Client beas = Client.at(hark.url()).signUp(bea);
			Client adas = Client.at(hark.url()).signUp(People.someone());
			StreamReader stream = beas.stream();
			long chat = adas.write(bea, "before");
			String cursor = stream.await("message").id();
			full.fillUpTo(0);

			Program failed = Program.runWithTemporary(full.data().getParent(), "takeover",
					"--server.port=" + other.getLocalPort(), "--hark.data=" + hark.data());

			assertThat(failed.exit()).isEqualTo(1);
			assertThat(failed.errors()).contains("Without practice");
			assertThat(failed.output()).contains("Port " + other.getLocalPort() + " was already in use");
			stream.awaitEnd(Duration.ofSeconds(2));
			hark.restart();
			adas.say(chat, "after");
			try (StreamReader next = beas.streamAfter(cursor)) {
				assertThat(next.await("message").data()).contains("after");
			}
			assertThat(beas.chat(chat).html().messages()).extracting(Html.Message::text).containsExactly("before",
					"after");
		}
	}

	@Test
	void aQuestionFromBeforeItRanEndsNobody() throws IOException {
		try (HarkServer hark = HarkServer.start("hark.stream.heartbeat=1s")) {
			hark.stop();
			Files.createFile(hark.data().resolve("hark.takeover"));

			hark.restart();

			Client adas = Client.at(hark.url()).signUp(People.someone());
			StreamReader stream = adas.stream();
			stream.await("ping");
			assertThat(hark.data().resolve("hark.takeover")).doesNotExist();
			assertThat(stream.isOpen()).isTrue();
			assertThat(hark.log()).noneMatch(line -> line.contains("takes over"));
		}
	}

	/** Somebody who comes again and again, each time anew. */
	private static final class Knocking implements AutoCloseable {

		private final HarkServer hark;

		private final Set<Integer> answers = ConcurrentHashMap.newKeySet();

		private final Thread thread = Thread.ofVirtual().unstarted(this::knock);

		private volatile boolean going = true;

		Knocking(HarkServer hark) {
			this.hark = hark;
			thread.start();
		}

		private void knock() {
			while (going) {
				try {
					answers.add(Client.at(hark.url()).get("/sign-in").status());
				} catch (Unreachable closed) {
					// Between the one that closes its door and the other that opens it; whoever stands in it then is
					// let go.
					LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
				}
			}
		}

		/** Everything that was answered, ever. */
		Set<Integer> end() throws InterruptedException {
			going = false;
			thread.join();
			return answers;
		}

		@Override
		public void close() {
			going = false;
		}
	}
}
