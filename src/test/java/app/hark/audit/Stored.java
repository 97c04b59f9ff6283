package app.hark.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is in the database when everything is over. Read from the database itself, past the application. */
record Stored(List<Message> messages, Map<Long, Set<String>> members, Map<String, List<Entry>> inboxes,
		Map<String, Long> heads) {

	/**
	 * @param token the one that stands in its text, or nothing where none does
	 * @param line whether nobody has sent it: it tells what happened to a group
	 */
	record Message(long id, long conversation, long seq, String author, String token, String body, boolean line) {

		Message(long id, long conversation, long seq, String author, String body) {
			this(id, conversation, seq, author, body, false);
		}

		Message(long id, long conversation, long seq, String author, String body, boolean line) {
			this(id, conversation, seq, author, token(body), body, line);
		}

		private static String token(String body) {
			var found = Sender.TOKEN.matcher(body);
			return found.find() ? found.group(1) : "";
		}
	}

	/** @param message null where the entry is about none */
	record Entry(String owner, long position, String kind, Long message, Instant at) {
	}

	private record Member(long conversation, String username) {
	}

	boolean isMember(String person, long conversation) {
		return members.getOrDefault(conversation, Set.of()).contains(person);
	}

	/** Reads it from a data folder on which no server is running. */
	static Stored in(Path data) {
		JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + data.resolve("hark") + ";IFEXISTS=TRUE",
				"sa",
				"");
		try {
			return read(JdbcClient.create(pool));
		} finally {
			pool.dispose();
		}
	}

	/** Reads it from a database on PostgreSQL. */
	static Stored in(String url) {
		return read(JdbcClient.create(new DriverManagerDataSource(url, "postgres", "")));
	}

	private static Stored read(JdbcClient database) {
		List<Message> messages = database.sql("""
				select m.id, m.conversation_id, m.seq, p.username, m.body, m.line is not null
				from message m join person p on p.id = m.author_id order by m.conversation_id, m.seq""")
				.query((row, _) -> new Message(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4),
						row.getString(5), row.getBoolean(6)))
				.list();
		Map<Long, Set<String>> members = database.sql("""
				select m.conversation_id, p.username
				from participant m join person p on p.id = m.person_id""")
				.query((row, _) -> new Member(row.getLong(1), row.getString(2))).list().stream()
				.collect(groupingBy(Member::conversation, mapping(Member::username, toSet())));
		Map<String, List<Entry>> inboxes = database.sql("""
				select p.username, e.position, e.kind, e.subject_id, e.created_at
				from entry e join person p on p.id = e.owner_id order by e.owner_id, e.position""")
				.query((row, _) -> new Entry(row.getString(1), row.getLong(2), row.getString(3),
						row.getObject(4, Long.class), row.getObject(5, OffsetDateTime.class).toInstant()))
				.list().stream().collect(groupingBy(Entry::owner, toList()));
		Map<String, Long> heads = database.sql("""
				select p.username, i.head from inbox i join person p on p.id = i.owner_id""")
				.query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
				.collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new Stored(messages, members, inboxes, heads);
	}
}
