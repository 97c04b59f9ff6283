package app.hark.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.hark.drive.HarkServer;

/**
 * A question to one Hark, in which there is so much of what grows.
 *
 * @param size how much
 * @param who asks
 */
record Asked(String what, int size, HarkServer hark, Senders.Device who, Question question) {

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hark.bench.warmup", 40));

	private static final int ROUNDS = 5;

	private static final int TIMES = 200;

	/** By then it is also noted whom what was sent has reached. */
	private static final Duration LATER = Duration.ofMillis(1_500);

	/** Wrong unless it is answered with what it must be. */
	interface Question {

		void by(Wire wire, int number) throws Exception;
	}

	/**
	 * Microseconds of the server's core that each of these takes, in each round. What is to be compared is asked in turns, as the
	 * machine is not equally fast all the time.
	 */
	static Map<Asked, double[]> inTurns(List<Asked> all) throws Exception {
		for (HarkServer hark : all.stream().map(Asked::hark).distinct().toList()) {
			warmUp(all.stream().filter(asked -> asked.hark == hark).toList());
			Town.awaitQuiet(hark);
		}
		Map<Asked, double[]> used = new LinkedHashMap<>();
		for (int round = 0; round < ROUNDS; round++) {
			var order = Comparator.comparing(Asked::what).thenComparing(Asked::size);
			for (Asked one : all.stream().sorted(round % 2 == 0 ? order : order.reversed()).toList()) {
				used.computeIfAbsent(one, _ -> new double[ROUNDS])[round] = one.used();
			}
		}
		return used;
	}

	private static void warmUp(List<Asked> all) throws Exception {
		try (Wire wire = all.getFirst().wire()) {
			long end = System.nanoTime() + WARM_UP.toNanos();
			for (int number = 0; System.nanoTime() < end; number++) {
				for (Asked one : all) {
					one.question.by(wire, number);
				}
			}
		}
	}

	private double used() throws Exception {
		try (Wire wire = wire()) {
			double before = Cores.used(hark.pid());
			for (int number = 0; number < TIMES; number++) {
				question.by(wire, number);
			}
			Thread.sleep(LATER);
			return 1e6 * (Cores.used(hark.pid()) - before) / TIMES;
		}
	}

	private Wire wire() throws IOException {
		return new Wire(who.address(), who.cookie());
	}
}
