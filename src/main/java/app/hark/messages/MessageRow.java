package app.hark.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.hark.conversations.Conversations;
import app.hark.people.Person;

/**
 * A message as it is read to be shown, in whatever statement: {@link #COLUMNS} of the message {@code m} and of {@link #JOINS},
 * which also need its viewer as the participant {@code p}.
 *
 * @param reacted whether there are reactions, which are read apart
 */
record MessageRow(MessageView message, boolean reacted) {

	static final String COLUMNS = """
			m.id, m.conversation_id, m.seq, m.body, m.created_at, m.edited_at, m.deleted_at,
			  m.line, a.id as author_id, a.username, a.display_name,
			  s.id as subject_author_id, s.username as subject_username, s.display_name as subject_display_name,
			  before.author_id as before_author_id, before.created_at as before_at,
			  before.line as before_line,
			  q.id as quoted_id, substring(q.body, 1, %d) as quoted_start, q.deleted_at as quoted_deleted_at,
			  qa.id as quoted_author_id, qa.username as quoted_username, qa.display_name as quoted_display_name,
			  exists (select 1 from reaction r where r.message_id = m.id) as reacted
			""".formatted(Excerpt.READ);

	static final String JOINS = """
			join person a on a.id = m.author_id
			left join person s on s.id = m.subject_id
			left join message before on before.conversation_id = m.conversation_id and before.seq = m.seq - 1
			  and %s
			left join message q on q.id = m.reply_to_id
			left join person qa on qa.id = q.author_id
			""".formatted(Conversations.sees("before"));

	private static final Duration PAUSE = Duration.ofMinutes(5);

	static MessageRow of(ResultSet row, int number) throws SQLException {
		return new MessageRow(view(row), row.getBoolean("reacted"));
	}

	private static MessageView view(ResultSet row) throws SQLException {
		var at = row.getObject("created_at", OffsetDateTime.class).atZoneSameInstant(ZoneOffset.UTC);
		var beforeAt = row.getObject("before_at", OffsetDateTime.class);
		boolean firstOfDay = beforeAt == null
				|| !beforeAt.atZoneSameInstant(ZoneOffset.UTC).toLocalDate().equals(at.toLocalDate());
		boolean words = row.getString("line") == null && row.getString("before_line") == null;
		boolean continues = words && beforeAt != null && row.getLong("before_author_id") == row.getLong("author_id")
				&& Duration.between(beforeAt.toInstant(), at.toInstant()).abs().compareTo(PAUSE) <= 0;
		return new MessageView(row.getLong("id"), row.getLong("conversation_id"), row.getLong("seq"), person(row, ""),
				row.getString("body"), at.truncatedTo(ChronoUnit.SECONDS), continues, firstOfDay,
				row.getObject("edited_at") != null, row.getObject("deleted_at") != null, quote(row), line(row),
				List.of());
	}

	private static @Nullable Quote quote(ResultSet row) throws SQLException {
		long id = row.getLong("quoted_id");
		return row.wasNull() ? null
				: new Quote(id, person(row, "quoted_"), Excerpt.of(row.getString("quoted_start")),
						row.getObject("quoted_deleted_at") != null);
	}

	private static @Nullable Line line(ResultSet row) throws SQLException {
		String event = row.getString("line");
		boolean hasSubject = row.getString("subject_username") != null;
		return event == null ? null : new Line(Line.Event.of(event), hasSubject ? person(row, "subject_") : null);
	}

	private static Person person(ResultSet row, String whose) throws SQLException {
		return new Person(row.getLong(whose + "author_id"), row.getString(whose + "username"),
				row.getString(whose + "display_name"));
	}
}
