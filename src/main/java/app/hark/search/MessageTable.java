package app.hark.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of messages, as the index follows it. */
@Repository
class MessageTable {

	/** Messages that are read at once: at most 16 MB of text. */
	static final int BATCH = 1_000;

	private static final String MESSAGES = """
			select id, conversation_id, author_id, body, created_at, edited_at, deleted_at from message
			""";

	private final JdbcClient jdbc;

	MessageTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The next ids behind this one, in their order, at most {@link #BATCH}. */
	List<Long> idsBehind(long id) {
		return jdbc.sql("select id from message where id > ? order by id fetch first ? rows only").params(id, BATCH)
				.query(Long.class).list();
	}

	/** All messages with ids between these, both included. */
	List<Indexed> between(long first, long last) {
		return jdbc.sql(MESSAGES + "where id between ? and ?").params(first, last).query(Indexed.class).list();
	}

	/** All messages that were edited or deleted at or after a time. */
	List<Indexed> changedSince(Instant time) {
		OffsetDateTime since = time.atOffset(ZoneOffset.UTC);
		return jdbc.sql(MESSAGES + "where edited_at >= :since union all " + MESSAGES
				+ "where deleted_at >= :since and (edited_at is null or edited_at < :since)").param("since", since)
				.query(Indexed.class).list();
	}

	/** The highest id that can be seen, 0 while there is none. */
	long highest() {
		return jdbc.sql("select coalesce(max(id), 0) from message").query(Long.class).single();
	}

	/** Shows whether ids still mean the messages that they meant: the newest message up to an id, and what no other has. */
	String fingerprint(long id) {
		return jdbc.sql("""
				select client_token from message where id <= ? order by id desc fetch first 1 row only""").param(id)
				.query(String.class).optional().orElse("");
	}
}
