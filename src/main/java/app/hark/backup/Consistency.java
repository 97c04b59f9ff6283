package app.hark.backup;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true between the tables of every whole database. */
final class Consistency {

	private static final int SAMPLE = 200;

	/** What refers to something that is not there: H2 does not hold these keys, since it would keep an index for each. */
	private static final String STRAYS = """
			select (select count(*) from message m where not exists (
			    select 1 from participant p where p.conversation_id = m.conversation_id and p.person_id = m.author_id))
			  + (select count(*) from participant p where not exists (select 1 from conversation c where c.id = p.conversation_id)
			    or not exists (select 1 from person o where o.id = p.person_id))""";

	private Consistency() {
	}

	/**
	 * Reads every row and compares all; seconds for a million messages. Answers what is wrong, if anything is.
	 *
	 * @throws org.springframework.dao.DataAccessException if something cannot be read
	 */
	static Optional<String> full(JdbcClient jdbc) {
		read(jdbc, "select sum(length(body)) from message");
		read(jdbc, "select sum(length(display_name)) from person");
		if (jdbc.sql(STRAYS).query(Long.class).single() > 0) {
			return Optional.of("a message or a participant belongs to nothing");
		}
		return wrong(jdbc, """
				select count(*) from conversation c
				left join (select conversation_id, max(seq) as seq from message group by conversation_id) m
				on m.conversation_id = c.id where c.last_seq <> coalesce(m.seq, 0)""", """
				select count(*) from inbox i
				join (select owner_id, max(position) as position from entry group by owner_id) e
				on e.owner_id = i.owner_id where i.head <> e.position""");
	}

	/**
	 * Compares the newest conversations and inboxes, and reads messages and entries here and there; milliseconds, however
	 * many there are. What is broken over one part in fifty is found nearly always, a single page seldom.
	 *
	 * @throws org.springframework.dao.DataAccessException if something cannot be read
	 */
	static Optional<String> sample(JdbcClient jdbc) {
		read(jdbc, "select sum(length(body)) from message where id in (%s)", "select max(id) from message");
		read(jdbc,
				"select sum(length(e.tag)) from inbox i join entry e on e.owner_id = i.owner_id and e.position = i.head "
						+ "where i.owner_id in (%s)",
				"select max(owner_id) from inbox");
		return wrong(jdbc, """
				select count(*) from (select id, last_seq from conversation order by id desc fetch first %d rows only) c
				where last_seq <> coalesce((select seq from message m where m.conversation_id = c.id
				  order by conversation_id desc, seq desc fetch first 1 row only), 0)""".formatted(SAMPLE), """
				select count(*) from (select owner_id, head from inbox order by owner_id desc fetch first %d rows only) i
				where head <> coalesce((select position from entry e where e.owner_id = i.owner_id
				  order by owner_id desc, position desc fetch first 1 row only), head)""".formatted(SAMPLE));
	}

	/** Reads the rows of so many ids, evenly spread from the first to the last. */
	private static void read(JdbcClient jdbc, String rows, String last) {
		long max = jdbc.sql(last).query(Long.class).optional().orElse(0L);
		read(jdbc, rows.formatted(LongStream.rangeClosed(0, SAMPLE).map(i -> max - i * max / SAMPLE).distinct()
				.mapToObj(Long::toString).collect(Collectors.joining(","))));
	}

	/** What it says does not matter, that it can be read does. */
	private static void read(JdbcClient jdbc, String query) {
		jdbc.sql(query).query(Long.class).optional();
	}

	private static Optional<String> wrong(JdbcClient jdbc, String conversations, String inboxes) {
		if (jdbc.sql(conversations).query(Long.class).single() > 0) {
			return Optional.of("a conversation does not end with its newest message");
		}
		if (jdbc.sql(inboxes).query(Long.class).single() > 0) {
			return Optional.of("an inbox does not end with its newest entry");
		}
		return Optional.empty();
	}
}
