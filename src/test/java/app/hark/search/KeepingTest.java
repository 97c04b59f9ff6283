package app.hark.search;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** How the index follows the messages, through restarts, damage and full disks. */
class KeepingTest {

	@TempDir Path folder;

	private SearchedDatabase database;

	@AfterEach
	void close() {
		if (database != null) {
			database.close();
		}
	}

	private SearchedDatabase twoPeople() {
		database = new SearchedDatabase(folder).withTwoPeople();
		return database;
	}

	@Test
	void anIndexThatWasDeletedIsBuiltAnew() {
		twoPeople().write(1, "the harbour");
		database.start().awaitFound("harbour", 1L);

		database.stop();
		assertThat(FileSystemUtils.deleteRecursively(folder.resolve(IndexFolder.NAME).toFile())).isTrue();
		database.write(2, "another harbour");
		database.start().awaitFound("harbour", 2L, 1L);
	}

	@Test
	void whatWasSentWhileNothingRanIsFoundAfterwards() throws IOException {
		twoPeople().write(1, "the harbour");
		keep(database);
		database.write(2, "another harbour");
		database.jdbc.sql("update message set body = 'the station', edited_at = current_timestamp where id = 1")
				.update();

		database.start().awaitFound("harbour", 2L);
		database.awaitFound("station", 1L);
	}

	@Test
	void anIndexOfOtherMessagesIsBuiltAnew() throws IOException {
		twoPeople().write(1, "the harbour");
		keep(database);
		database.jdbc.sql("delete from message").update();
		database.write(1, "the station");

		database.start().awaitFound("station", 1L);
		assertThat(database.found("harbour")).isEmpty();
		assertThat(database.keeping().index().size()).isEqualTo(1);
	}

	@Test
	void anIndexThatCannotBeReadIsBuiltAnew() throws IOException {
		twoPeople().write(1, "the harbour");
		keep(database);
		try (var files = Files.list(folder.resolve(IndexFolder.NAME))) {
			for (Path file : files.filter(file -> !file.endsWith("write.lock")).toList()) {
				Files.write(file, new byte[]{1, 2, 3});
			}
		}
		database.start().awaitFound("harbour", 1L);
	}

	@Test
	void aMessageThatBecomesVisibleBelowOthersIsFound() {
		twoPeople().write(5, "the harbour");
		database.start().awaitFound("harbour", 5L);

		database.write(3, "a late harbour");
		database.awaitFound("harbour", 5L, 3L);
	}

	@Test
	void anEditIsFoundWhateverTheClockSays() {
		twoPeople().write(1, "the harbour");
		var back = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
		database.start(back, DataSize.ofMegabytes(4)).awaitFound("harbour", 1L);

		database.jdbc.sql("update message set body = 'the station', edited_at = ? where id = 1")
				.param(back.instant().atOffset(java.time.ZoneOffset.UTC)).update();
		database.awaitFound("station", 1L);
	}

	@Test
	void deletedWordsLeaveTheIndexAndItsFiles() throws IOException {
		twoPeople().write(1, "the zanzibarian harbour");
		database.write(2, "another harbour");
		keep(database);
		assertThat(files()).contains("zanzibarian");

		database.jdbc.sql("update message set body = '', deleted_at = current_timestamp where id = 1").update();
		try (var index = new IndexFolder(folder, DataSize.ofMegabytes(4)).open()) {
			index.put(new MessageTable(database.jdbc).between(1, 1).getFirst());
			index.forget();
			index.keep(index.note());
			index.show();
		}
		assertThat(files()).doesNotContain("zanzibarian").contains("harbour");
	}

	@Test
	void withTooLittleRoomNothingIsWrittenAndWhatIsThereIsFound() throws IOException {
		twoPeople().write(1, "the harbour");
		keep(database);
		database.write(2, "another harbour");

		database.start(Clock.systemUTC(), DataSize.ofTerabytes(1_000)).awaitFound("harbour", 1L);
		eventually(() -> assertThat(database.keeping().state()).isEqualTo(Keeping.State.BEHIND));
		assertThat(database.found("harbour")).containsExactly(1L);
	}

	@Test
	void withoutAnIndexTheAnswerIsASentence() throws IOException {
		twoPeople().write(1, "the harbour");
		Files.writeString(folder.resolve(IndexFolder.NAME), "no folder");

		database.start();
		eventually(() -> assertThat(database.keeping().state()).isEqualTo(Keeping.State.BEHIND));
		assertThatThrownBy(() -> database.found("harbour")).isInstanceOfSatisfying(Unanswerable.class,
				why -> assertThat(why.status()).isEqualTo(503));
	}

	@Test
	void itEndsWithinASecondAlsoWhileItBuilds() {
		twoPeople();
		IntStream.rangeClosed(1, 5_000).forEach(id -> database.write(id, "harbour " + id + " and words".repeat(50)));
		database.start();
		long start = System.nanoTime();
		database.stop();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_900));
		assertThat(database.keeping().index()).isNull();
	}

	@Test
	void whatIsOldAndSettledIsNotReadAgain() {
		var seen = new ReadSoFar(10);
		List.of(11L, 13L, 14L).forEach(seen::add);
		seen.reachedEnd(0);
		seen.add(12);
		seen.add(15);
		assertThat(seen.settled()).isEqualTo(10);

		seen.reachedEnd(Duration.ofMinutes(1).toNanos());
		assertThat(seen.settled()).isEqualTo(14);
		assertThat(seen.holds(15)).isTrue();
		assertThat(seen.holds(16)).isFalse();
	}

	/** Puts everything into an index that stays when the thread ends. */
	private void keep(SearchedDatabase database) throws IOException {
		var table = new MessageTable(database.jdbc);
		try (var index = new IndexFolder(folder, DataSize.ofMegabytes(4)).open()) {
			var following = Tail.on(index, table, Clock.systemUTC()).orElseThrow();
			assertThat(following.catchUp(() -> true)).isTrue();
			following.keep();
		}
	}

	private String files() throws IOException {
		var all = new StringBuilder();
		try (var files = Files.list(folder.resolve(IndexFolder.NAME))) {
			for (Path file : files.toList()) {
				all.append(file.getFileName())
						.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
			}
		}
		return all.toString();
	}
}
