package app.hark.bench;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One Hark with the data of a large group, under load: {@code mvn verify -Pbench -Dit.test=HarkBenchmark}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HarkBenchmark {

	private static final World WORLD = World.asAsked();

	private static final Figures FIGURES = new Figures();

	/** Sends a second: what one core of a small machine keeps up with, and what is aimed at. */
	private static final List<Integer> RATES = Stream.of(System.getProperty("hark.bench.pace", "150,500").split(","))
			.map(Integer::valueOf).toList();

	private static Town town;

	private static Load load;

	@BeforeAll
	static void fill() throws Exception {
		town = new Town(WORLD);
		load = new Load(WORLD, town.devices, town.sends, town.readers, town.hark.pid(), FIGURES);
	}

	@Test
	@Order(1)
	void sendsPerSecond() throws Exception {
		load.flood(16);
		load.flood(64);
	}

	@Test
	@Order(2)
	void fromSendToReader() throws Exception {
		for (int rate : RATES) {
			load.pace(rate);
		}
	}

	@Test
	@Order(3)
	void pagesPerSecond() throws Exception {
		load.chats();
		load.lists();
		load.people();
	}

	@AfterAll
	static void audit() throws Exception {
		if (town == null) {
			return;
		}
		town.end();
		FIGURES.print(
				"%s, %s, %,d people, %,d messages; all %,d sends stored once and delivered once".formatted(
						town.database,
						Cores.described(), WORLD.people(), WORLD.messages(), town.sends.count()));
	}
}
