package app.hark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.hark.drive.Eventually;

/**
 * Searches among a million messages, in a database in memory and an index on the disk, and prints times: the whole answer, from the words as typed to the
 * excerpts. The texts are those of {@code ../shared/data/conversations.jsonl}, put together anew; without that file there is
 * nothing to measure.
 */
@Tag("benchmark")
class MessageSearchBenchmark {

	private static final int MESSAGES = 1_000_000;

	private static final int PEOPLE = 2_000;

	/** One who writes with everybody they can, and has a third of all messages. */
	private static final long POPULAR = 1;

	private static final int POPULAR_CONVERSATIONS = 300;

	/** One who knows two people. */
	private static final long QUIET = 2;

	private static final Path TEXTS = Path.of("../shared/data/conversations.jsonl");

	@TempDir static Path folder;

	private static SearchedDatabase database;
	private static MessageSearch search;

	@BeforeAll
	static void fill() throws IOException {
		Assumptions.assumeTrue(Files.exists(TEXTS), "needs " + TEXTS);
		database = SearchedDatabase.inMemory(folder);
		write(database.template, texts());
		long start = System.nanoTime();
		database.start();
		Eventually.eventually(Duration.ofMinutes(10),
				() -> assertThat(database.keeping().state()).isEqualTo(Keeping.State.UP_TO_DATE));
		System.out.printf("%,d messages indexed in %.1f s, %,d bytes%n", database.keeping().index().size(),
				(System.nanoTime() - start) / 1e9, database.keeping().index().bytes());
		search = database.search();
	}

	@AfterAll
	static void close() {
		if (database != null) {
			database.close();
		}
	}

	@Test
	void commonAndRareWordsAlikeAreFoundWithinFiftyMilliseconds() {
		System.out.printf("%-46s %15s %15s%n", "", "2 conversations", POPULAR_CONVERSATIONS + " conversations");
		System.out.printf("%-46s %5s %9s %5s %9s%n", "query", "found", "p50 p95", "found", "p50 p95");
		for (String query : List.of("rare500000", "rare7", "coffee", "the", "i", "to the", "order ready coffee bar",
				"please can you the a of", "cap", "the xyzzy", "coffee bar's", "the from:me", "from:person9",
				"latte before:2026-02-01", "the after:2026-01-05 before:2026-01-07", "after:2026-03-01", "nowhere",
				"coffee in:person9")) {
			System.out.printf("%-46s", query);
			for (long viewer : new long[]{QUIET, POPULAR}) {
				long[] times = measure(query, viewer, Long.MAX_VALUE);
				System.out.printf(" %5d %5.1f %5.1f",
						search.find(Question.of(query), Long.MAX_VALUE, viewer).hits().size(),
						ms(times, 50), ms(times, 95));
				assertThat(ms(times, 50)).as(query).isLessThan(50);
			}
			System.out.println();
		}
		System.out.printf("%-46s %5.1f ms%n", "the, a page in the middle",
				ms(measure("the", POPULAR, MESSAGES / 2), 50));
		System.out.printf("%-46s %5.1f ms%n", "the, the last page", ms(measure("the", POPULAR, 100), 50));
	}

	/** What a search takes of a processor: all of it is done by the one who asks, and others may be busy on this machine. */
	private static long[] measure(String query, long viewer, long below) {
		var threads = ManagementFactory.getThreadMXBean();
		long[] times = new long[60];
		for (int round = -30; round < times.length; round++) {
			long start = threads.getCurrentThreadCpuTime();
			search.find(Question.of(query), below, viewer);
			if (round >= 0) {
				times[round] = threads.getCurrentThreadCpuTime() - start;
			}
		}
		Arrays.sort(times);
		return times;
	}

	private static double ms(long[] sorted, int percent) {
		return sorted[sorted.length * percent / 100] / 1e6;
	}

	private static List<String> texts() throws IOException {
		List<String> texts = new ArrayList<>();
		for (String line : Files.readAllLines(TEXTS)) {
			for (JsonNode turn : JsonMapper.shared().readTree(line)) {
				texts.add(turn.get(1).asString());
			}
		}
		return texts;
	}

	private static void write(JdbcTemplate database, List<String> texts) {
		database.batchUpdate("""
				insert into person (id, username, display_name, password_hash, administrator, created_at)
				values (?, ?, ?, 'x', false, timestamp with time zone '2026-01-01 00:00:00+00')""",
				IntStream.rangeClosed(1, PEOPLE).mapToObj(i -> new Object[]{i, "person" + i, "Person " + i}).toList());
		Random random = new Random(1);
		List<long[]> pairs = new ArrayList<>();
		for (int i = 0; i < POPULAR_CONVERSATIONS; i++) {
			pairs.add(new long[]{POPULAR, 3 + i});
		}
		pairs.add(new long[]{QUIET, 9});
		pairs.add(new long[]{QUIET, 1_500});
		for (long i = 3; i < PEOPLE - 2; i++) {
			pairs.add(new long[]{i, i + 1});
			pairs.add(new long[]{i, i + 2});
		}
		List<Object[]> members = new ArrayList<>();
		for (int i = 0; i < pairs.size(); i++) {
			members.add(new Object[]{i + 1, pairs.get(i)[0]});
			members.add(new Object[]{i + 1, pairs.get(i)[1]});
		}
		database.batchUpdate(
				"insert into conversation (id, low_person_id, high_person_id, last_seq) values (?, ?, ?, 0)",
				IntStream.range(0, pairs.size())
						.mapToObj(i -> new Object[]{i + 1, pairs.get(i)[0], pairs.get(i)[1]}).toList());
		database.batchUpdate("insert into participant (conversation_id, person_id, last_read_seq) values (?, ?, 0)",
				members);
		long[] seq = new long[pairs.size()];
		List<Object[]> rows = new ArrayList<>();
		for (int id = 1; id <= MESSAGES; id++) {
			int conversation = random.nextInt(3) == 0
					? random.nextInt(POPULAR_CONVERSATIONS)
					: POPULAR_CONVERSATIONS + random.nextInt(pairs.size() - POPULAR_CONVERSATIONS);
			String text = texts.get(random.nextInt(texts.size())) + (id % 10 == 0 ? " rare" + id : "");
			rows.add(new Object[]{id, conversation + 1, ++seq[conversation],
					pairs.get(conversation)[random.nextInt(2)], "token" + id, text, id * 8L});
			if (rows.size() == 10_000) {
				database.batchUpdate(
						"""
						insert into message (id, conversation_id, seq, author_id, client_token, body, created_at)
						values (?, ?, ?, ?, ?, ?, dateadd(second, ?, timestamp with time zone '2026-01-01 00:00:00+00'))""",
						rows);
				rows.clear();
			}
		}
	}
}
