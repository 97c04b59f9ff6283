package app.hark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see what of a group in which one person was from its third message to its fourth. */
class SightTest {

	private static final List<Long> ALL = LongStream.rangeClosed(1, 6).boxed().toList();

	@TempDir Path folder;

	private SearchedDatabase database;

	@BeforeEach
	void aGroup() {
		database = new SearchedDatabase(folder).withTwoPeople();
		database.jdbc.sql("insert into conversation (name, owner_id, last_seq) values ('Choir', 1, 6)").update();
		database.jdbc.sql("""
				insert into participant (conversation_id, person_id, last_read_seq, from_seq, to_seq)
				values (2, 1, 0, 0, null), (2, 2, 0, 2, 4)""").update();
		ALL.forEach(id -> database.write(id, "the harbour"));
		database.jdbc.sql("update message set conversation_id = 2").update();
	}

	@AfterEach
	void close() {
		database.close();
	}

	@Test
	void oneFindsWhatWasSaidWhileOneWasThere() {
		assertThat(seen(1)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
		assertThat(seen(2)).containsExactly(4L, 3L);
		assertThat(new Sight(database.jdbc).of(ALL, 2).getFirst().with().name()).isEqualTo("Choir");

		database.start().awaitFound("harbour", 4L, 3L);
	}

	@Test
	void whatIsDeletedAndLinesAboutTheGroupAreNotFound() {
		database.jdbc.sql("update message set deleted_at = current_timestamp where id = 3").update();
		database.jdbc.sql("update message set line = 'joined' where id = 4").update();

		assertThat(seen(2)).isEmpty();
	}

	private List<Long> seen(long person) {
		return new Sight(database.jdbc).of(ALL, person).stream().map(Sight.Found::id).toList();
	}
}
