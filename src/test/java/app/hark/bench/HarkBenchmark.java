package app.hark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
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

	private static final World WORLD = World.asAsked();

	private static final Figures FIGURES = new Figures();

	private static Town town;

	private static Load load;

	@BeforeAll
	static void fill() throws Exception {
		Assumptions.assumeTrue(Files.exists(Path.of("../shared/data")), "needs ../shared/data");
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
		load.pace(Integer.getInteger("hark.bench.pace", 500));
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
				"%s, %s, %s, Java %s, %,d people, %,d messages; all %,d sends stored once and delivered once".formatted(
						LocalDate.now(), town.database, Cores.described(), Runtime.version().feature(), WORLD.people(),
						WORLD.messages(), town.sends.count()));
	}
}
