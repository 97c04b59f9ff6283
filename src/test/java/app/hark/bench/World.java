package app.hark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a large group has written in years, put into the file itself while nobody runs: the names and texts of {@code ../shared/data},
 * multiplied; where that folder is absent, fewer people with words of no meaning.
 * <p>
 * The first people are those who read, then come those who send, then everybody else. Each who sends has a conversation with
 * readers; everybody has three more, with neighbours.
 *
 * @param people how many
 * @param messages how many they have written
 * @param readers how many of them read
 * @param senders how many of them send, each to {@link #LISTENERS} readers
 */
record World(int people, int messages, int readers, int senders) {

	/** So many readers each who sends writes to. */
	static final int LISTENERS = 63;

	/** Messages in each of those. */
	private static final int LONG = 60;

	/** Everybody's. */
	static final String PASSWORD = "the tin kettle of everybody";

	private static final int BATCH = 10_000;

	private static final Path DATA = Path.of("../shared/data");

	private static final String BEGINNING = "timestamp with time zone '2026-01-01 00:00:00+00'";

	/** Of a large group, unless a smaller one was asked for. */
	static World asAsked() {
		boolean large = Files.exists(DATA);
		return new World(Integer.getInteger("hark.bench.people", large ? 100_000 : 10_000),
				Integer.getInteger("hark.bench.messages", large ? 1_000_000 : 300_000), 1_000, 64);
	}

	String reader(int number) {
		return "reader" + number;
	}

	String sender(int number) {
		return "sender" + number;
	}

	/** The conversation of a sender with a reader, the {@code place}-th of theirs. */
	long conversation(int sender, int place) {
		return 1L + sender * LISTENERS + place;
	}

	/** Whom it is with. */
	int readerOf(int sender, int place) {
		return (sender * LISTENERS + place) % readers;
	}

	/**
	 * Puts it into a database in which somebody has an account already. H2 compacts nothing meanwhile: once its store was closed in
	 * the middle of that, and why is not known.
	 */
	void fill(Path data) {
		JdbcConnectionPool pool = JdbcConnectionPool
				.create("jdbc:h2:file:" + data.resolve("hark") + ";AUTO_COMPACT_FILL_RATE=0", "sa", "");
		try {
			fill(new JdbcTemplate(pool));
		} finally {
			pool.dispose();
		}
	}

	private void fill(JdbcTemplate database) {
		// Weak, so that very many can sign in: what a password costs is not measured here.
		String hash = new Argon2PasswordEncoder(16, 32, 1, 16, 1).encode(PASSWORD);
		long first = 1 + database.queryForObject("select max(id) from person", Long.class);
		List<String> names = names();
		batches(database, """
				insert into person (id, username, display_name, password_hash, administrator, created_at)
				values (?, ?, ?, ?, false, %s)""".formatted(BEGINNING), people,
				i -> new Object[]{first + i, username(i), names.get(i % names.size()), hash});
		batches(database, "insert into person_word (person_id, word) values (?, ?)", people,
				i -> new Object[]{first + i, username(i)});
		fill(database, pairs(first));
	}

	/** Who talks with whom: first those of the senders with their readers, then those of neighbours. */
	private long[][] pairs(long first) {
		Set<List<Long>> pairs = new LinkedHashSet<>();
		for (int i = 0; i < senders * LISTENERS; i++) {
			pairs.add(List.of(first + readerOf(i / LISTENERS, i % LISTENERS), first + readers + i / LISTENERS));
		}
		for (int i = 0; i < 3 * people; i++) {
			int one = i % people;
			int other = (one + people / 7 * (i / people + 1) + 1) % people;
			pairs.add(List.of(first + Math.min(one, other), first + Math.max(one, other)));
		}
		return pairs.stream().map(pair -> new long[]{pair.getFirst(), pair.getLast()}).toArray(long[][]::new);
	}

	private void fill(JdbcTemplate database, long[][] pairs) {
		batches(database,
				"merge into conversation (id, low_person_id, high_person_id, last_seq) key (id) values (?, ?, ?, ?)",
				pairs.length, i -> new Object[]{1 + i, pairs[i][0], pairs[i][1], written(i, pairs.length)});
		for (int side = 0; side < 2; side++) {
			int whose = side;
			batches(database,
					"insert into participant (conversation_id, person_id, last_read_seq, seen_seq, delivered_seq) values (?, ?, ?, 0, 0)",
					pairs.length, i -> new Object[]{1 + i, pairs[i][whose], written(i, pairs.length)});
		}
		List<String> texts = texts();
		Random random = new Random(1);
		batches(database, """
				insert into message (id, conversation_id, seq, author_id, client_token, body, created_at)
				values (?, ?, ?, ?, ?, ?, dateadd(second, ?, %s))""".formatted(BEGINNING), messages, i -> {
			int conversation = conversationOf(i, pairs.length);
			return new Object[]{1 + i, 1 + conversation, numberOf(i, pairs.length),
					pairs[conversation][random.nextInt(2)], "world" + i,
					texts.get(random.nextInt(texts.size())), i * 20L};
		});
		for (String table : List.of("person", "conversation", "message")) {
			database.execute("alter table " + table + " alter column id restart with (select max(id) + 1 from " + table
					+ ")");
		}
		database.update("insert into inbox (owner_id, head, floor, epoch) select id, 0, 0, 'world' from person p"
				+ " where not exists (select 1 from inbox i where i.owner_id = p.id)");
		database.execute("analyze");
	}

	private int conversationOf(int message, int conversations) {
		int ours = senders * LISTENERS;
		return message < ours * LONG
				? message % ours
				: ours + (message - ours * LONG) % (conversations - ours);
	}

	private int numberOf(int message, int conversations) {
		int ours = senders * LISTENERS;
		return 1 + (message < ours * LONG
				? message / ours
				: (message - ours * LONG) / (conversations - ours));
	}

	private long written(int conversation, int conversations) {
		int ours = senders * LISTENERS;
		int rest = messages - ours * LONG;
		int others = conversations - ours;
		return conversation < ours ? LONG : rest / others + (conversation - ours < rest % others ? 1 : 0);
	}

	private String username(int i) {
		return i < readers ? reader(i) : i < readers + senders ? sender(i - readers) : "person" + i;
	}

	private interface Row {

		Object[] of(int number);
	}

	private static void batches(JdbcTemplate database, String sql, int count, Row row) {
		List<Object[]> rows = new ArrayList<>(BATCH);
		for (int i = 0; i < count; i++) {
			rows.add(row.of(i));
			if (rows.size() == BATCH || i == count - 1) {
				database.batchUpdate(sql, rows);
				rows.clear();
			}
		}
	}

	private static List<String> names() {
		return Files.exists(DATA)
				? lines("people.csv").stream().skip(1).map(line -> line.split(",")[1]).toList()
				: List.of("Ada Lovelace", "Беа Ковальова", "نور الهدى", "小林 直樹", "Olu Adé");
	}

	static List<String> texts() {
		if (!Files.exists(DATA)) {
			return IntStream.rangeClosed(1, 200).mapToObj(i -> "lorem ipsum dolor sit amet ".repeat(i % 7 + 1) + i)
					.toList();
		}
		List<String> texts = new ArrayList<>();
		for (String line : lines("conversations.jsonl")) {
			for (JsonNode turn : JsonMapper.shared().readTree(line)) {
				texts.add(turn.get(1).asString());
			}
		}
		return texts;
	}

	private static List<String> lines(String file) {
		try {
			return Files.readAllLines(DATA.resolve(file));
		} catch (IOException absent) {
			throw new UncheckedIOException(absent);
		}
	}
}
