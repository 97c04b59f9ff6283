package app.hark.bench;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a messenger is measured with: those who send and those who look at pages, for three rounds after a warm-up. Each answer and
 * each event is checked.
 *
 * @param devices of those who send, who also look at pages
 * @param server the process that is measured
 */
record Load(World world, List<Senders.Device> devices, Sends sends, Readers readers, long server, Figures figures) {

	private static final int ROUNDS = 3;

	/** Java compiles for minutes what is asked for all the time, the longer the slower the machine. */
	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hark.bench.warmup", 120));

	private static final Duration ROUND = Duration.ofSeconds(10);

	/** Whatever has not come by then has not come. */
	private static final Duration SETTLE = Duration.ofSeconds(2);

	/** So many send as fast as they are answered. */
	void flood(int count) throws Exception {
		double[] rates = new double[ROUNDS];
		double used;
		double own;
		int all;
		try (Senders senders = Senders.start(world, devices.subList(0, count), sends, 0)) {
			Thread.sleep(WARM_UP);
			used = Cores.used(server);
			own = Cores.used(ProcessHandle.current().pid());
			int first = sends.count();
			for (int round = 0; round < ROUNDS; round++) {
				int from = sends.count();
				long begun = System.nanoTime();
				Thread.sleep(ROUND);
				rates[round] = (sends.count() - from) * 1e9 / (System.nanoTime() - begun);
				senders.check();
				readers.check();
			}
			all = sends.count() - first;
			used = Cores.used(server) - used;
			own = Cores.used(ProcessHandle.current().pid()) - own;
		}
		awaitDelivery();
		figures.add("sends, %d senders, %,d readers".formatted(count, world.readers()), "a second", 0, rates,
				"%.0f µs of the server's core each, load %s".formatted(1e6 * used / all, shareOfCore(own, ROUND)));
	}

	/** So that nobody measures the load program. */
	private static String shareOfCore(double seconds, Duration round) {
		return "%.0f %% of its core".formatted(100 * seconds / (ROUNDS * round.toSeconds()));
	}

	/** Sixteen send so many a second, all together, or the figures say that it is too much. Whoever is late has waited since it was due. */
	void pace(int rate) throws Exception {
		List<long[]> rounds = new ArrayList<>();
		long slowest = rate;
		double own;
		try (Senders senders = Senders.start(world, devices.subList(0, 16), sends, 16_000_000_000L / rate)) {
			Thread.sleep(WARM_UP);
			own = Cores.used(ProcessHandle.current().pid());
			for (int round = 0; round < ROUNDS; round++) {
				long from = System.nanoTime();
				Thread.sleep(ROUND);
				long to = System.nanoTime();
				Thread.sleep(SETTLE);
				senders.check();
				readers.check();
				rounds.add(sends.latencies(from, to));
				slowest = Math.min(slowest, rounds.getLast().length / ROUND.toSeconds());
			}
			own = Cores.used(ProcessHandle.current().pid()) - own;
		}
		awaitDelivery();
		String what = "send → reader at %d a second".formatted(rate);
		if (slowest < .95 * rate) {
			figures.add(what, "cannot: %d came".formatted(slowest));
			return;
		}
		assertThat(rounds).as("what has not come after two seconds").noneMatch(sorted -> sorted[0] <= 0);
		figures.add(what + ", half within", "ms", 1, percentile(rounds, .5),
				"load " + shareOfCore(own, ROUND.plus(SETTLE)));
		figures.add(what + ", 99 of 100 within", "ms", 1, percentile(rounds, .99), "");
	}

	private static double[] percentile(List<long[]> rounds, double share) {
		return rounds.stream().mapToDouble(sorted -> sorted[(int) (sorted.length * share)] / 1e6).toArray();
	}

	private void awaitDelivery() {
		eventually(Duration.ofSeconds(30),
				() -> assertThat(sends.arrived(0, sends.count())).isEqualTo(sends.count()));
	}

	/** Each of sixteen goes through four chats of theirs. */
	void chats() throws Exception {
		pages("chat page with 50 messages, %d chats".formatted(16 * Looks.OPEN),
				place -> "/conversations/" + place.conversation(), (page, place) -> {
					String log = page.substring(page.indexOf("<article"), page.lastIndexOf("</article>"));
					assertThat(Looks.count(log, "data-in=\"timeline-" + place.conversation() + "\"")).isEqualTo(50);
					sends.areFor(place.reader(), log);
				});
	}

	void lists() throws Exception {
		pages("conversation list", _ -> "/conversations", (page, place) -> {
			assertThat(Looks.count(page, "<li id=\"conversation-")).isGreaterThanOrEqualTo(World.LISTENERS);
			assertThat(page).contains("<li id=\"conversation-" + place.conversation() + "\"",
					"data-with=\"" + world.reader(place.reader()) + "\"");
		});
	}

	void people() throws Exception {
		pages("people search", place -> "/people?q=" + sought(place), (page, place) -> assertThat(
				Looks.count(page, "/conversations/with/" + sought(place))).isGreaterThanOrEqualTo(10));
	}

	/** What at least eleven usernames begin with. */
	private static String sought(Looks.Place place) {
		return "person1" + place.conversation() % 90;
	}

	private void pages(String what, Looks.Address address, Looks.Check check) throws Exception {
		var looks = new Looks(world, devices.subList(0, 16));
		double[] rates = new double[ROUNDS];
		looks.during(WARM_UP, address, check);
		double own = Cores.used(ProcessHandle.current().pid());
		for (int round = 0; round < ROUNDS; round++) {
			rates[round] = looks.during(ROUND, address, check) / (double) ROUND.toSeconds();
		}
		own = Cores.used(ProcessHandle.current().pid()) - own;
		figures.add(what + ", 16 clients", "a second", 0, rates, "load " + shareOfCore(own, ROUND));
	}
}
