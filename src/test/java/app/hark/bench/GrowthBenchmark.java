package app.hark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	private static final Figures FIGURES = new Figures();

	private static final Plot PLOT = new Plot();

	@Test
	void byMessagesAndPeople() throws Exception {
		grow("messages", MESSAGES, size -> new World(2_000, size, 63, 1));
		grow("people", PEOPLE, size -> new World(size, 400_000, 63, 1));
	}

	private interface Sized {

		World of(int size);
	}

	/** All at once, so that they are asked in turns: the machine is not equally fast all the time. */
	private static void grow(String what, int[] sizes, Sized worlds) throws Exception {
		List<Town> towns = new ArrayList<>();
		List<Asked> all = new ArrayList<>();
		for (int size : sizes) {
			Town town = new Town(worlds.of(size));
			towns.add(town);
			questions(town).forEach((name, question) -> all
					.add(new Asked(name, size, town.hark, town.devices.getFirst(), question)));
		}
		draw(what, sizes, Asked.inTurns(all));
		for (Town town : towns) {
			town.end();
		}
	}

	private static Map<String, Asked.Question> questions(Town town) {
		String csrf = town.devices.getFirst().csrf();
		Map<String, Asked.Question> all = new LinkedHashMap<>();
		all.put("send", (wire, _) -> send(town, wire, csrf));
		// Behind a send, which makes it another page than the one that was kept.
		all.put("send and chat page", (wire, number) -> {
			send(town, wire, csrf);
			wire.get("/conversations/" + (1 + number % World.LISTENERS), "").expect(200)
					.says("<article id=\"message-", "</html>");
		});
		all.put("send and list", (wire, _) -> {
			send(town, wire, csrf);
			wire.get("/conversations", "").expect(200).says("<li id=\"conversation-", "</html>");
		});
		all.put("people search", (wire, number) -> wire.get("/people?q=person1" + number % 9, "").expect(200)
				.says("/conversations/with/person1"));
		return all;
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

	private static void draw(String what, int[] sizes, Map<Asked, double[]> used) {
		Map<String, double[]> curves = new LinkedHashMap<>();
		used.forEach((asked, rounds) -> {
			FIGURES.add("%s, %,d %s".formatted(asked.what(), asked.size(), what), "µs", 0, rounds, "");
			curves.computeIfAbsent(asked.what(), _ -> new double[sizes.length])[Arrays.binarySearch(sizes,
					asked.size())] = Arrays.stream(rounds).sorted().toArray()[rounds.length / 2];
		});
		PLOT.add(what, "µs of the core", sizes, curves);
	}

	@Test
	void byMembers() throws Exception {
		try (HarkServer hark = HarkServer.startPinned(Cores.forServer())) {
			Cores.leaveFirst();
			Client ada = Client.at(hark.url()).signUp(People.someone());
			List<Person> others = new ArrayList<>(People.some(MEMBERS[MEMBERS.length - 1] - 1));
			others.forEach(other -> Client.at(hark.url()).signUp(other));
			String csrf = ada.list().html().value("_csrf");
			var device = new Senders.Device(hark.url(), "hark=" + ada.cookies().get("hark"), csrf, 0);
			List<Asked> sends = new ArrayList<>();
			for (int members : MEMBERS) {
				long group = ada.submit("/groups", Map.of("name", "Choir " + members)).expectRedirect().conversation();
				others.subList(0, members - 1).forEach(other -> ada
						.submit("/conversations/" + group + "/people", Map.of("username", other.username()))
						.expectRedirect());
				sends.add(new Asked("send", members, hark, device, (wire, _) -> wire.post(
						"/conversations/" + group + "/messages", "HX-Request: true\r\n",
						"_csrf=" + csrf + "&body=again&clientToken=" + Client.freshToken()).expect(200).says("again")));
			}
			draw("members of a group", MEMBERS, Asked.inTurns(sends));
		}
	}

	@AfterAll
	static void print() throws Exception {
		Files.writeString(Path.of("target/growth.svg"), PLOT.svg());
		FIGURES.print("time of the server's core for one of each, " + Cores.described());
	}
}
