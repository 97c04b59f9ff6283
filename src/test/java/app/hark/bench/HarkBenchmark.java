package app.hark.bench;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One Hark with the data of a large group, under load: {@code mvn verify -Pbench -Dit.test=HarkBenchmark}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HarkBenchmark {

	private static final World WORLD = new World(Integer.getInteger("hark.bench.people", 100_000),
			Integer.getInteger("hark.bench.messages", 1_000_000), 1_000, 64);

	private static final int ROUNDS = 3;

	/** Java compiles for minutes what is asked for all the time, the longer the slower the machine. */
	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hark.bench.warmup", 120));

	private static final Duration ROUND = Duration.ofSeconds(10);

	private static final Figures FIGURES = new Figures();

	private static Town town;

	@BeforeAll
	static void fill() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("../shared/data")), "needs ../shared/data");
		town = new Town(WORLD);
	}

	@Test
	@Order(1)
	void sendsPerSecond() throws Exception {
		flood(16);
		flood(64);
	}

	private static void flood(int count) throws Exception {
		Sends sends = town.sends;
		double[] rates = new double[ROUNDS];
		double serverUsed;
		double loadUsed;
		int all;
		try (Senders senders = Senders.start(WORLD, town.devices.subList(0, count), sends, 0)) {
			Thread.sleep(WARM_UP);
			double server = Cores.used(town.hark.pid());
			double load = Cores.used(ProcessHandle.current().pid());
			int first = sends.count();
			for (int round = 0; round < ROUNDS; round++) {
				int from = sends.count();
				long begun = System.nanoTime();
				Thread.sleep(ROUND);
				rates[round] = (sends.count() - from) * 1e9 / (System.nanoTime() - begun);
				senders.check();
				town.readers.check();
			}
			all = sends.count() - first;
			serverUsed = Cores.used(town.hark.pid()) - server;
			loadUsed = Cores.used(ProcessHandle.current().pid()) - load;
		}
		awaitDelivery();
		FIGURES.add("sends, %d senders, %,d readers".formatted(count, WORLD.readers()), "a second", 0, rates,
				"%.0f µs of the server's core each, load %.0f %% of its core".formatted(1e6 * serverUsed / all,
						100 * loadUsed / (ROUNDS * ROUND.toSeconds())));
	}

	private static void awaitDelivery() {
		Sends sends = town.sends;
		eventually(Duration.ofSeconds(30),
				() -> assertThat(sends.arrived(0, sends.count())).isEqualTo(sends.count()));
	}

	@Test
	@Order(2)
	void fromSendToReader() throws Exception {
		int rate = Integer.getInteger("hark.bench.pace", 500);
		Sends sends = town.sends;
		double[] half = new double[ROUNDS];
		double[] most = new double[ROUNDS];
		try (Senders senders = Senders.start(WORLD, town.devices.subList(0, 16), sends, 16_000_000_000L / rate)) {
			Thread.sleep(WARM_UP);
			for (int round = 0; round < ROUNDS; round++) {
				int from = sends.count();
				Thread.sleep(ROUND);
				int to = sends.count();
				Thread.sleep(2_000);
				senders.check();
				town.readers.check();
				long[] sorted = sends.latencies(from, to);
				assertThat(sorted[0]).as("what has not come after two seconds").isPositive();
				assertThat(to - from).as("sends").isGreaterThan((int) (.95 * rate * ROUND.toSeconds()));
				half[round] = sorted[sorted.length / 2] / 1e6;
				most[round] = sorted[sorted.length * 99 / 100] / 1e6;
			}
		}
		awaitDelivery();
		FIGURES.add("send → reader at %d a second, half within".formatted(rate), "ms", 1, half, "");
		FIGURES.add("send → reader at %d a second, 99 of 100 within".formatted(rate), "ms", 1, most, "");
	}

	@Test
	@Order(3)
	void pagesPerSecond() throws Exception {
		pages("chat page with 50 messages, %d chats".formatted(16 * Looks.OPEN), place -> "/conversations/" + place,
				page -> assertThat(Looks.count(page, "<article id=\"message-")).isEqualTo(50));
		pages("conversation list", _ -> "/conversations", page -> assertThat(
				Looks.count(page, "<li id=\"conversation-")).isGreaterThanOrEqualTo(World.LISTENERS));
		pages("people search", place -> "/people?q=person1" + place % 90,
				page -> assertThat(Looks.count(page, "/conversations/with/person")).isGreaterThan(10));
	}

	private static void pages(String what, Looks.Address address, Looks.Check check) throws Exception {
		var looks = new Looks(WORLD, town.devices.subList(0, 16));
		double[] rates = new double[ROUNDS];
		looks.during(WARM_UP, address, check);
		for (int round = 0; round < ROUNDS; round++) {
			rates[round] = looks.during(ROUND, address, check) / (double) ROUND.toSeconds();
		}
		FIGURES.add(what + ", 16 clients", "a second", 0, rates, "");
	}

	@AfterAll
	static void audit() throws Exception {
		if (town == null) {
			return;
		}
		town.end();
		FIGURES.print(
				"%s, %s, %s, Java %s, %,d people, %,d messages; all %,d sends stored once and delivered once".formatted(
						LocalDate.now(), town.database, Cores.described(), Runtime.version().feature(), WORLD.people(),
						WORLD.messages(), town.sends.count()));
	}
}
