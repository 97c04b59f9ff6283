package app.hark.bench;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;

/** What a Hark takes that has little to do: {@code mvn verify -Pbench -Dit.test=FootprintBenchmark}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FootprintBenchmark {

	private static final int ROUNDS = 3;

	private static final int ACCOUNTS = 100;

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private static final Figures FIGURES = new Figures();

	@BeforeAll
	static void leaveTheServersCore() throws Exception {
		Cores.leaveFirst();
	}

	@Test
	@Order(1)
	void startAndRest() throws Exception {
		double[] starts = new double[ROUNDS];
		double[] rests = new double[ROUNDS];
		try (Database database = Database.asAsked(); HarkServer hark = database.start()) {
			for (int round = 0; round < ROUNDS; round++) {
				hark.stop();
				long begun = System.nanoTime();
				hark.restart();
				starts[round] = (System.nanoTime() - begun) / 1e9;
				Town.awaitQuiet(hark);
				rests[round] = Memory.resident(hark.pid()) / 1e6;
			}
		}
		FIGURES.add("from the start to the first page", "s", 1, starts, "");
		FIGURES.add("memory, idle", "MB", 0, rests, "resident");
	}

	@Test
	@Order(2)
	void tenThousandStreams() throws Exception {
		streams(10_000);
	}

	/** As many as a process may have that is allowed 20,000 files, as it is on many systems. */
	@Test
	@Order(3)
	void nineteenThousandStreams() throws Exception {
		streams(19_000);
	}

	/** All at once, from a few accounts: a stream holds the same whoever follows it. Then each has to bring a ping. */
	private static void streams(int count) throws Exception {
		try (Database database = Database.asAsked();
				HarkServer hark = database.start("hark.stream.per-account=" + count / ACCOUNTS,
						"hark.stream.heartbeat=" + HEARTBEAT.toSeconds() + "s")) {
			List<String> cookies = new ArrayList<>();
			for (int i = 0; i < ACCOUNTS; i++) {
				String cookie = "hark=" + Client.at(hark.url()).signUp(People.someone()).cookies().get("hark");
				cookies.addAll(Collections.nCopies(count / ACCOUNTS, cookie));
			}
			Memory.collect(hark.pid());
			long resident = Memory.resident(hark.pid());
			long live = Memory.live(hark.pid());
			long begun = System.nanoTime();
			try (Readers readers = Readers.open(hark.url(), cookies, new Sends())) {
				double took = (System.nanoTime() - begun) / 1e9;
				eventually(HEARTBEAT.multipliedBy(4), () -> {
					readers.check();
					assertThat(readers.pings()).isGreaterThanOrEqualTo(2 * count);
				});
				Memory.collect(hark.pid());
				String many = "%,d idle streams".formatted(count);
				FIGURES.add(many + ", memory of each", "KB", 1,
						new double[]{(Memory.resident(hark.pid()) - resident) / 1e3 / count}, "resident");
				FIGURES.add(many + ", on the heap", "KB", 1,
						new double[]{(Memory.live(hark.pid()) - live) / 1e3 / count}, "after a collection");
				FIGURES.add(many + ", all opened at once", "s", 1, new double[]{took}, "until the last was answered");
				double used = Cores.used(hark.pid());
				Thread.sleep(HEARTBEAT);
				FIGURES.add(many + ", processor", "%", 1,
						new double[]{100 * (Cores.used(hark.pid()) - used) / HEARTBEAT.toSeconds()},
						"a ping every %d s".formatted(HEARTBEAT.toSeconds()));
			}
		}
	}

	@AfterAll
	static void print() {
		FIGURES.print(Cores.described());
	}
}
