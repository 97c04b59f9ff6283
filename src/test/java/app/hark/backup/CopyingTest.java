package app.hark.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When no copy is made, when a start is refused: on a database of its own in a file. */
class CopyingTest {

	@TempDir Path folder;

	private DataFolder data;

	private H2File file;

	private JdbcClient jdbc;

	@BeforeEach
	void aDatabaseInWhichOnePersonHasWrittenToAnother() throws IOException {
		data = new DataFolder(folder, true);
		Flyway.configure().dataSource("jdbc:h2:file:" + folder.resolve("hark"), "sa", "")
				.locations("db/migration", "db/h2")
				.load().migrate();
		file = H2File.asServer(data.database());
		jdbc = file.jdbc();
		for (String name : new String[]{"ada", "bob"}) {
			jdbc.sql("""
					insert into person (username, display_name, password_hash, administrator, created_at)
					values (?, 'A', 'x', false, current_timestamp)""").param(name).update();
		}
		jdbc.sql("insert into inbox select id, 1, 0, 'e' from person").update();
		jdbc.sql("insert into entry select id, 1, 't', 'message', 1, 1, current_timestamp from person").update();
		jdbc.sql("insert into conversation (low_person_id, high_person_id, last_seq) values (1, 2, 1)").update();
		jdbc.sql("insert into participant (conversation_id, person_id, last_read_seq) values (1, 1, 1), (1, 2, 0)")
				.update();
		jdbc.sql("""
				insert into message (conversation_id, seq, author_id, client_token, body, created_at)
				values (1, 1, 1, 't', 'good morning', current_timestamp)""").update();
	}

	@AfterEach
	void end() {
		file.close();
	}

	@Test
	void aWholeDatabaseIsCopied() throws Exception {
		Backup made = new Copying(data, Clock.systemUTC()).make(jdbc, file::pack);

		assertThat(Backups.in(data).all()).containsExactly(made);
		assertThat(Copy.check(made.file(), Files.createDirectory(folder.resolve("there"))).contents())
				.isEqualTo(Contents.of(jdbc));
	}

	@Test
	void whereThereIsNoRoomNothingIsWritten() throws IOException {
		assertThatThrownBy(() -> new Copying(data, Clock.systemUTC(), 1L << 60).make(jdbc, file::pack))
				.isInstanceOf(NotMade.class).hasMessageContaining("MB free");
		assertNothingIsLeft();
	}

	@Test
	void aCopyWhoseConversationsDoNotEndWithTheirMessagesIsThrownAway() throws IOException {
		jdbc.sql("update conversation set last_seq = 2").update();

		assertCopyIsThrownAway("conversation");
	}

	@Test
	void aCopyWithAMessageOfSomebodyWhoIsNotThereIsThrownAway() throws IOException {
		jdbc.sql("update message set author_id = 3").update();

		assertCopyIsThrownAway("belongs to nothing");
	}

	@Test
	void aCopyWhoseInboxesDoNotEndWithTheirEntriesIsThrownAway() throws IOException {
		jdbc.sql("update inbox set head = 2 where owner_id = 2").update();

		assertCopyIsThrownAway("inbox");
	}

	@Test
	void aStartIsRefusedWhenAConversationDoesNotEndWithItsMessage() {
		jdbc.sql("update conversation set last_seq = 2").update();
		file.close();

		assertThatThrownBy(() -> new Integrity(data).check()).isInstanceOf(Damaged.class)
				.hasMessageContaining("conversation");
	}

	@Test
	void aStartIsRefusedWhenThereIsLessThanThereHasBeen() throws IOException {
		HighWater.in(data).mark(Contents.of(jdbc));
		jdbc.sql("delete from message").update();
		jdbc.sql("update conversation set last_seq = 0").update();
		file.close();

		assertThatThrownBy(() -> new Integrity(data).check()).isInstanceOf(Damaged.class)
				.hasMessageContaining("holds less (people: 2, conversations: 1, messages: 0)");
		Files.delete(HighWater.in(data).file());
		new Integrity(data).check();
	}

	@Test
	void aNewFolderIsNoDamage() {
		new Integrity(new DataFolder(folder.resolve("new"), true)).check();
	}

	private void assertCopyIsThrownAway(String why) throws IOException {
		assertThatThrownBy(() -> new Copying(data, Clock.systemUTC()).make(jdbc, file::pack))
				.isInstanceOf(NotMade.class).hasMessageContaining(why);
		assertNothingIsLeft();
	}

	private void assertNothingIsLeft() throws IOException {
		try (var files = Files.list(Backups.in(data).folder())) {
			assertThat(files).isEmpty();
		}
	}
}
