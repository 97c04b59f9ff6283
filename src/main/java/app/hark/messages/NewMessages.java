package app.hark.messages;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores messages. A repository would do it in one word, and take as long for that as the database does for the row. */
@Repository
class NewMessages {

	private final JdbcClient jdbc;

	NewMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores a message that has no id yet, inside the caller's transaction.
	 *
	 * @return the same with its id
	 * @throws org.springframework.dao.DuplicateKeyException if its author has sent one with this token before
	 */
	Message add(Message message) {
		var key = new GeneratedKeyHolder();
		jdbc.sql("""
				insert into message (conversation_id, seq, author_id, client_token, body, reply_to_id, line, subject_id, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.param(message.conversationId()).param(message.seq()).param(message.authorId())
				.param(message.clientToken()).param(message.body()).param(message.replyToId()).param(message.line())
				.param(message.subjectId()).param(OffsetDateTime.ofInstant(message.createdAt(), ZoneOffset.UTC))
				.update(key, "id");
		return message.with(requireNonNull(key.getKeyAs(Long.class)));
	}
}
