package app.hark.nodes;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Postgres;
import app.hark.drive.PostgresTest;
import app.hark.drive.Program;
import app.hark.drive.StreamReader;

/** {@code move-to-postgres}: everything goes along, and nobody has to sign in again or load a page. */
@PostgresTest
class MoveIT {

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Postgres postgres = Postgres.shared();

	@Test
	void everybodyGoesOnWhereTheyWere() {
		String database = postgres.database();
		try (HarkServer own = HarkServer.start("hark.stream.heartbeat=1s")) {
			Client adas = Client.at(own.url()).signUp(ada);
			Client beas = Client.at(own.url()).signUp(bea);
			long chat = adas.write(bea, "ŝaŭm' \uD83E\uDDE1 'quoted' \\ and\nlines");
			String cursor = beas.list().cursor();
			adas.say(chat, "after the page");
			assertThat(move(own, database).exit()).as("while it runs").isEqualTo(1);
			own.stop();

			Program moved = move(own, database);

			assertThat(moved.errors()).isEmpty();
			assertThat(moved.output()).contains("message: 2 rows", "checked", "Moved from");
			try (HarkServer node = HarkServer.start(Postgres.properties(database))) {
				Client beasAfter = beas.via(node.url());
				assertThat(beasAfter.chat(chat).body()).contains("ŝaŭm&#39; \uD83E\uDDE1").contains("after the page");
				try (StreamReader stream = beasAfter.streamAfter(cursor)) {
					eventually(() -> assertThat(stream.named("message")).singleElement()
							.satisfies(event -> assertThat(event.data()).contains("after the page")));
					adas.via(node.url()).say(chat, "on the new one");
					eventually(() -> assertThat(stream.named("message")).hasSize(2));
				}
			}
		}
	}

	@Test
	void whatIsNotEmptyIsNotTouched() {
		String database = postgres.database();
		postgres.execute(database, "create table theirs (id int)");
		try (HarkServer own = HarkServer.start()) {
			own.stop();

			Program refused = move(own, database);

			assertThat(refused.exit()).isEqualTo(1);
			assertThat(refused.errors()).contains("is not empty").contains("Nothing was moved");
			assertThat(refused.output()).isEmpty();
		}
	}

	@Test
	void withoutADatabaseThereIsNothingToMove() {
		assertThat(Program.run("move-to-postgres", "--hark.data=target/nothing-here",
				"--spring.datasource.url=" + postgres.database()).errors())
				.startsWith("There is no database of Hark in");
	}

	private static Program move(HarkServer own, String database) {
		return Program
				.run(List.of("move-to-postgres", "--hark.data=" + own.data(), "--spring.datasource.url=" + database,
						"--spring.datasource.username=postgres").toArray(String[]::new));
	}
}
