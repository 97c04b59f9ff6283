package app.hark.bench;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** One Hark with the data of a large group, under load: {@code mvn verify -Pbench -Dit.test=HarkBenchmark}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HarkBenchmark {

	private static final World WORLD = new World(Integer.getInteger("hark.bench.people", 100_000),
			Integer.getInteger("hark.bench.messages", 1_000_000), 1_000, 64);

	private static final int ROUNDS = 3;

	/** So many conversations each of those who look goes through. */
	private static final int OPEN = 4;

	/** Java compiles for minutes what is asked for all the time, the longer the slower the machine. */
	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hark.bench.warmup", 90));

	private static final Duration ROUND = Duration.ofSeconds(10);

	private static final Figures FIGURES = new Figures();

	private static final Sends SENDS = new Sends();

	private static HarkServer hark;

	private static Readers readers;

	private static final List<Senders.Device> DEVICES = new ArrayList<>();

	@BeforeAll
	static void fill() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("../shared/data")), "needs ../shared/data");
		hark = HarkServer.startPinned(Cores.forServer(), "hark.stream.heartbeat=15s");
		Client.at(hark.url()).signUp(People.someone());
		hark.stop();
		long begun = System.nanoTime();
		WORLD.fill(hark.data());
		System.out.printf("%,d people and %,d messages written in %d s%n", WORLD.people(), WORLD.messages(),
				seconds(begun));
		begun = System.nanoTime();
		hark.restart();
		System.out.printf("started in %d s%n", seconds(begun));
		comeIn(World.PASSWORD);
		System.out.printf("signed in, %d s after the start%n", seconds(begun));
		awaitQuiet();
		System.out.printf("quiet %d s after the start%n", seconds(begun));
		Cores.leaveFirst();
	}

	private static long seconds(long begun) {
		return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
	}

	private static void comeIn(String password) throws Exception {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < WORLD.readers(); i++) {
			names.add(WORLD.reader(i));
		}
		for (int i = 0; i < WORLD.senders(); i++) {
			names.add(WORLD.sender(i));
		}
		List<Future<Client>> signedIn = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			names.forEach(name -> signedIn
					.add(threads.submit(() -> Client.at(hark.url()).signIn(new Person(name, name, password)))));
		}
		List<String> cookies = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			Client client = signedIn.get(i).get();
			String cookie = "hark=" + client.cookies().get("hark");
			if (i < WORLD.readers()) {
				cookies.add(cookie);
			} else {
				DEVICES.add(new Senders.Device(hark.url(), cookie, client.list().html().value("_csrf"),
						i - WORLD.readers()));
			}
		}
		readers = Readers.open(hark.url(), cookies, SENDS);
	}

	/** Until it has indexed and checked what it wants to, and rests. */
	private static void awaitQuiet() throws InterruptedException {
		int quiet = 0;
		while (quiet < 3) {
			double before = Cores.used(hark.pid());
			Thread.sleep(1_000);
			quiet = Cores.used(hark.pid()) - before < .1 ? quiet + 1 : 0;
		}
	}

	@Test
	@Order(1)
	void sendsPerSecond() throws Exception {
		flood(16);
		flood(64);
	}

	private static void flood(int count) throws Exception {
		double[] rates = new double[ROUNDS];
		double serverUsed;
		double loadUsed;
		int all;
		try (Senders senders = Senders.start(WORLD, DEVICES.subList(0, count), SENDS, 0)) {
			Thread.sleep(WARM_UP);
			double server = Cores.used(hark.pid());
			double load = Cores.used(ProcessHandle.current().pid());
			int first = SENDS.count();
			for (int round = 0; round < ROUNDS; round++) {
				int from = SENDS.count();
				long begun = System.nanoTime();
				Thread.sleep(ROUND);
				rates[round] = (SENDS.count() - from) * 1e9 / (System.nanoTime() - begun);
				senders.check();
				readers.check();
			}
			all = SENDS.count() - first;
			serverUsed = Cores.used(hark.pid()) - server;
			loadUsed = Cores.used(ProcessHandle.current().pid()) - load;
		}
		awaitDelivery();
		FIGURES.add("sends, %d senders, %,d readers".formatted(count, WORLD.readers()), "a second", 0, rates,
				"%.0f µs of the server's core each, load %.0f %% of its core".formatted(1e6 * serverUsed / all,
						100 * loadUsed / (ROUNDS * ROUND.toSeconds())));
	}

	private static void awaitDelivery() {
		eventually(Duration.ofSeconds(30),
				() -> assertThat(SENDS.arrived(0, SENDS.count())).isEqualTo(SENDS.count()));
	}

	@Test
	@Order(2)
	void fromSendToReader() throws Exception {
		int rate = Integer.getInteger("hark.bench.pace", 500);
		double[] half = new double[ROUNDS];
		double[] most = new double[ROUNDS];
		try (Senders senders = Senders.start(WORLD, DEVICES.subList(0, 16), SENDS, 16_000_000_000L / rate)) {
			Thread.sleep(WARM_UP);
			for (int round = 0; round < ROUNDS; round++) {
				int from = SENDS.count();
				Thread.sleep(ROUND);
				int to = SENDS.count();
				Thread.sleep(2_000);
				senders.check();
				readers.check();
				long[] sorted = SENDS.latencies(from, to);
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
		pages("chat page with 50 messages, %d chats".formatted(16 * OPEN), place -> "/conversations/" + place,
				answer -> assertThat(count(answer, "<article id=\"message-")).isEqualTo(50));
		pages("conversation list", _ -> "/conversations",
				answer -> assertThat(count(answer, "<li id=\"conversation-")).isGreaterThanOrEqualTo(World.LISTENERS));
		pages("people search", place -> "/people?q=person1" + place % 90,
				answer -> assertThat(count(answer, "/conversations/with/person")).isGreaterThan(10));
	}

	private interface Address {

		String of(long conversation);
	}

	private interface Check {

		void of(String page);
	}

	private static int count(String page, String part) {
		int count = 0;
		for (int at = page.indexOf(part); at >= 0; at = page.indexOf(part, at + 1)) {
			count++;
		}
		return count;
	}

	private static void pages(String what, Address path, Check check) throws Exception {
		double[] rates = new double[ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			long end = System.nanoTime() + (round < 0 ? WARM_UP : ROUND).toNanos();
			List<Future<Integer>> counts = new ArrayList<>();
			try (var threads = Executors.newFixedThreadPool(16)) {
				for (Senders.Device device : DEVICES.subList(0, 16)) {
					counts.add(threads.submit(() -> ask(device, path, check, end)));
				}
			}
			int all = 0;
			for (Future<Integer> count : counts) {
				all += count.get();
			}
			if (round >= 0) {
				rates[round] = all / (double) ROUND.toSeconds();
			}
		}
		FIGURES.add(what + ", 16 clients", "a second", 0, rates, "");
	}

	private static int ask(Senders.Device device, Address path, Check check, long end) throws IOException {
		try (Wire wire = new Wire(device.address(), device.cookie())) {
			int count = 0;
			for (; System.nanoTime() < end; count++) {
				String body = wire.get(path.of(WORLD.conversation(device.sender(), count % OPEN)), "")
						.expect(200).says("</html>").body();
				check.of(body);
			}
			return count;
		}
	}

	/** Everything that was acknowledged is there, once, with an entry for each of the two. */
	@AfterAll
	static void audit() throws Exception {
		if (hark == null) {
			return;
		}
		readers.close();
		hark.stop();
		JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + hark.data().resolve("hark"), "sa", "");
		Set<Integer> stored = new HashSet<>();
		new JdbcTemplate(pool).query("""
				select m.body, count(e.owner_id) from message m left join entry e on e.subject_id = m.id and e.kind = 'message'
				where m.id > ? group by m.id, m.body""", row -> {
			Matcher number = Sends.NUMBER.matcher(row.getString(1));
			assertThat(number.find()).isTrue();
			assertThat(stored.add(Integer.parseInt(number.group(1)))).as("stored once").isTrue();
			assertThat(row.getInt(2)).as("entries").isEqualTo(2);
		}, WORLD.messages());
		pool.dispose();
		for (int number = 0; number < SENDS.count(); number++) {
			assertThat(stored.contains(number) || !SENDS.isAcknowledged(number)).as("stored: %d", number).isTrue();
		}
		hark.close();
		FIGURES.print(
				"%s, %s, Java %s, %,d people, %,d messages; all %,d sends stored once and delivered once".formatted(
						LocalDate.now(), Cores.described(), Runtime.version().feature(), WORLD.people(),
						WORLD.messages(),
						SENDS.count()));
	}
}
