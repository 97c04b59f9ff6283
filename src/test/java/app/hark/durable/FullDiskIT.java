package app.hark.durable;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.SmallDisk;

/** Fills the disk under the server while people write, and audits what it had acknowledged. */
@PackagedTest
class FullDiskIT {

	/** Less than the reserve. */
	private static final long NEARLY_FULL = 2_000_000;

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Map<String, String> staying = Map.of("username", bea.username(), "password", bea.password(),
			"rememberMe", "on");

	private final int operators = HarkServer.freePort();

	private SmallDisk disk;

	private HarkServer hark;

	private Client adas;

	private Client beas;

	private Client remembered;

	private long chat;

	private Flow flow;

	@BeforeEach
	void somebodyWritesOnAndOn() {
		disk = SmallDisk.of(32);
		hark = HarkServer.startOn(disk.data(), "management.server.port=" + operators);
		beas = Client.at(hark.url()).signUp(bea);
		adas = Client.at(hark.url()).signUp(ada);
		chat = adas.write(bea, "start");
		remembered = Client.at(hark.url());
		remembered.submit("/sign-in", staying).expectRedirect();
		flow = Flow.of(adas, chat).awaitMore(5);
	}

	@AfterEach
	void end() {
		// What could not be begun is not there to be ended.
		Stream.of(flow, hark, disk).filter(Objects::nonNull).forEach(FullDiskIT::close);
	}

	@Test
	void nearlyFullItRefusesInWordsKeepsTheTextAndRecovers() {
		disk.fillUpTo(NEARLY_FULL);
		assertThat(disk.left()).isBetween(1L, NEARLY_FULL);

		assertRefusesAndReads();
		assertThat(reports("the disk is full")).hasSize(1);
		assertRecovers();
		assertNoStackTraces();
	}

	@Test
	void fullToTheLastByteWhilePeopleWriteItRefusesInWordsKeepsTheTextAndRecovers() {
		List<Flow> flood = List.of(Flow.flood(beas, chat, "flood"), Flow.flood(beas, chat, "tide"));
		flood.forEach(one -> one.awaitMore(20));

		disk.fillUpTo(0);
		assertThat(disk.left()).isZero();

		assertRefusesAndReads();
		disk.makeRoom();
		flood.forEach(one -> one.awaitMore(5));
		List<List<String>> sent = flood.stream().map(Flow::stop).toList();
		disk.fillUpTo(0);
		assertRefusesAndReads();
		assertRecovers();
		assertThat(audit("flood")).isEqualTo(sent.get(0));
		assertThat(audit("tide")).isEqualTo(sent.get(1));
		assertNoStackTraces();
	}

	@Test
	void itCanBeStoppedWhileTheDiskIsFull() {
		Flow.flood(beas, chat, "flood").awaitMore(20);
		disk.fillUpTo(0);
		eventually(() -> assertThat(health("readiness").status()).isEqualTo(503));

		assertThat(hark.stop()).isLessThan(Duration.ofSeconds(8));

		disk.makeRoom();
		hark.restart();
		flow.awaitMore(1);
		List<String> sent = flow.stop();
		assertThat(audit("message")).isEqualTo(sent);
	}

	private static void close(AutoCloseable begun) {
		try {
			begun.close();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private void assertRefusesAndReads() {
		eventually(Duration.ofSeconds(30),
				() -> assertThat(adas.trySay(chat, "keep me", Client.freshToken()).status()).isEqualTo(507));
		Page refused = adas.trySay(chat, "keep me", Client.freshToken());
		assertThat(refused.status()).isEqualTo(507);
		assertThat(refused.html().alerts()).anySatisfy(why -> assertThat(why).contains("disk is full"));
		assertThat(refused.html().value("body")).isEqualTo("keep me");
		Page script = adas.trySay(chat, "keep me", Client.freshToken(), "HX-Request", "true");
		assertThat(script.status()).isEqualTo(507);
		assertThat(script.body()).doesNotContain("<html");
		assertThat(script.html().alerts()).hasSize(1);

		assertThat(beas.chat(chat).html().messages()).isNotEmpty();
		assertThat(Client.at(hark.url()).signIn(bea).list().html().conversations()).hasSize(1);
		Client stays = Client.at(hark.url());
		stays.submit("/sign-in", staying).expectRedirect();
		stays.list();
		remembered.cookies().remove("hark");
		Page comingBack = remembered.get("/conversations");
		assertThat(comingBack.status()).isEqualTo(507);
		assertThat(comingBack.html().text()).contains("disk is full");
		Person late = People.someone();
		Page signUp = Client.at(hark.url()).trySignUp(late);
		assertThat(signUp.status()).isEqualTo(507);
		assertThat(signUp.html().value("username")).isEqualTo(late.username());

		assertThat(health("readiness").expect(503).body()).contains("the disk is full");
		assertThat(adas.get("/readyz").expect(503).body()).doesNotContain("disk");
		assertThat(health("liveness").expect(200).body()).contains("UP");
	}

	/** By itself, when there is room again: what was written meanwhile is sent, and all of it is there once. */
	private void assertRecovers() {
		disk.makeRoom();
		flow.awaitMore(5);
		remembered.list();
		eventually(() -> assertThat(health("readiness").status()).isEqualTo(200));
		List<String> sent = flow.stop();
		assertThat(audit("message")).isEqualTo(sent);
		hark.kill();
		hark.restart();
		assertThat(audit("message")).as("after a kill").isEqualTo(sent);
	}

	private Page health(String group) {
		return Client.at(operators).get("/actuator/health/" + group);
	}

	/** All messages with this word that the pages show, from the first to the last. */
	private List<String> audit(String word) {
		List<String> all = new ArrayList<>();
		String next = "/conversations/" + chat;
		while (!next.isEmpty()) {
			Html page = beas.get(next).expect(200).html();
			all.addAll(0, page.messages().stream().map(Html.Message::text).filter(text -> text.startsWith(word + " "))
					.toList());
			next = page.older().orElse("");
		}
		return all;
	}

	private List<String> reports(String words) {
		return hark.log().stream().filter(line -> line.contains(words)).toList();
	}

	private void assertNoStackTraces() {
		assertThat(hark.log()).noneMatch(line -> line.startsWith("\tat "));
	}
}
