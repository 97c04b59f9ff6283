package app.hark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/**
 * Whether anything takes longer where there is more of it: {@code mvn verify -Pbench -Dit.test=GrowthBenchmark}. Somebody with 63
 * conversations asks one thing after the other; what counts is the time of the server's core. Draws {@code target/growth.svg}.
 */
class GrowthBenchmark {

	private static final int[] MESSAGES = {10_000, 100_000, 1_000_000};

	private static final int[] PEOPLE = {1_500, 10_000, 100_000};

	private static final int[] MEMBERS = {2, 10, 100};

	private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("hark.bench.warmup", 40));

	private static final int ROUNDS = 3;

	private static final int TIMES = 200;

	private static final Figures FIGURES = new Figures();

	private static final Plot PLOT = new Plot();

	/** Something that is asked and answered, and is wrong unless it says what it must. */
	private interface Asked {

		void by(Wire wire, int number) throws Exception;
	}

	@Test
	void byMessagesAndPeople() throws Exception {
		grow("messages", MESSAGES, size -> new World(2_000, size, 63, 1));
		grow("people", PEOPLE, size -> new World(size, 400_000, 63, 1));
	}

	private interface Sized {

		World of(int size);
	}

	private static void grow(String what, int[] sizes, Sized worlds) throws Exception {
		Map<String, double[]> curves = new LinkedHashMap<>();
		for (int i = 0; i < sizes.length; i++) {
			Town town = new Town(worlds.of(sizes[i]));
			Senders.Device ada = town.devices.getFirst();
			Map<String, Asked> all = new LinkedHashMap<>();
			all.put("send", (wire, _) -> send(town, wire, ada.csrf()));
			// Behind a send, which makes it another page than the one that was kept.
			all.put("send and chat page", (wire, number) -> {
				send(town, wire, ada.csrf());
				wire.get("/conversations/" + (1 + number % World.LISTENERS), "").expect(200)
						.says("<article id=\"message-", "</html>");
			});
			all.put("send and list", (wire, _) -> {
				send(town, wire, ada.csrf());
				wire.get("/conversations", "").expect(200).says("<li id=\"conversation-", "</html>");
			});
			all.put("people search", (wire, number) -> wire.get("/people?q=person1" + number % 9, "").expect(200)
					.says("/conversations/with/person1"));
			int at = i;
			used(town.hark, ada, all).forEach((name, used) -> {
				curves.computeIfAbsent(name, _ -> new double[sizes.length])[at] = median(used);
				FIGURES.add("%s, %,d %s".formatted(name, sizes[at], what), "µs", 0, used, "");
			});
			town.end();
		}
		PLOT.add(what, "µs of the core", sizes, curves);
	}

	/** To one after the other, so that no event comes when its conversation has gone on already. */
	private static void send(Town town, Wire wire, String csrf) throws IOException {
		int place = town.sends.count() % World.LISTENERS;
		int number = town.sends.begin(town.world.readerOf(0, place));
		wire.post("/conversations/" + town.world.conversation(0, place) + "/messages", "HX-Request: true\r\n",
				"_csrf=" + csrf + "&body=again+%23n" + number + "n&clientToken=" + Client.freshToken()).expect(200)
				.says("#n" + number + "n");
		town.sends.acknowledged(number);
	}

	private static double median(double[] rounds) {
		double[] sorted = rounds.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	/** Microseconds of the server's core that each of these takes, in each round. */
	private static Map<String, double[]> used(HarkServer hark, Senders.Device who, Map<String, Asked> all)
			throws Exception {
		Map<String, double[]> used = new LinkedHashMap<>();
		try (Wire wire = new Wire(who.address(), who.cookie())) {
			long end = System.nanoTime() + WARM_UP.toNanos();
			for (int number = 0; System.nanoTime() < end; number++) {
				for (Asked one : all.values()) {
					one.by(wire, number);
				}
			}
			Town.awaitQuiet(hark);
			for (var one : all.entrySet()) {
				double[] rounds = new double[ROUNDS];
				for (int round = 0; round < ROUNDS; round++) {
					double before = Cores.used(hark.pid());
					for (int number = 0; number < TIMES; number++) {
						one.getValue().by(wire, number);
					}
					rounds[round] = 1e6 * (Cores.used(hark.pid()) - before) / TIMES;
				}
				used.put(one.getKey(), rounds);
			}
		}
		return used;
	}

	@Test
	void byMembers() throws Exception {
		try (HarkServer hark = HarkServer.startPinned(Cores.forServer())) {
			Client ada = Client.at(hark.url()).signUp(People.someone());
			List<Person> others = new ArrayList<>(People.some(MEMBERS[MEMBERS.length - 1] - 1));
			others.forEach(other -> Client.at(hark.url()).signUp(other));
			Map<String, Asked> sends = new LinkedHashMap<>();
			String csrf = ada.list().html().value("_csrf");
			for (int members : MEMBERS) {
				long group = ada.submit("/groups", Map.of("name", "Choir " + members)).expectRedirect().conversation();
				others.subList(0, members - 1).forEach(other -> ada
						.submit("/conversations/" + group + "/people", Map.of("username", other.username()))
						.expectRedirect());
				sends.put("send to %d".formatted(members), (wire, _) -> wire.post(
						"/conversations/" + group + "/messages", "HX-Request: true\r\n",
						"_csrf=" + csrf + "&body=again&clientToken=" + Client.freshToken()).expect(200).says("again"));
			}
			var device = new Senders.Device(hark.url(), "hark=" + ada.cookies().get("hark"), csrf, 0);
			double[] medians = new double[MEMBERS.length];
			int at = 0;
			for (var used : used(hark, device, sends).entrySet()) {
				FIGURES.add(used.getKey(), "µs", 0, used.getValue(), "");
				medians[at++] = median(used.getValue());
			}
			PLOT.add("members of a group", "µs of the core", MEMBERS, Map.of("send", medians));
		}
	}

	@AfterAll
	static void draw() throws Exception {
		Files.writeString(Path.of("target/growth.svg"), PLOT.svg());
		FIGURES.print("time of the server's core for one of each, " + Cores.described());
	}
}
