package app.hark.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Conversations;
import app.hark.people.Person;

/** The messages of a conversation, in order, as they are shown. */
@Repository
public class Timeline {

	/** Messages on one page of a chat. */
	static final int PAGE = 50;

	private static final Duration PAUSE = Duration.ofMinutes(5);

	private static final String SHOWN = """
			select m.id, m.conversation_id, m.seq, m.body, m.created_at, m.edited_at, m.deleted_at,
			  m.line, a.id as author_id, a.username, a.display_name,
			  s.id as subject_author_id, s.username as subject_username, s.display_name as subject_display_name,
			  before.author_id as before_author_id, before.created_at as before_at,
			  before.line as before_line,
			  q.id as quoted_id, substring(q.body, 1, %d) as quoted_start, q.deleted_at as quoted_deleted_at,
			  qa.id as quoted_author_id, qa.username as quoted_username, qa.display_name as quoted_display_name,
			  exists (select 1 from reaction r where r.message_id = m.id) as reacted
			from message m
			join participant p on p.conversation_id = m.conversation_id and p.person_id = :viewer
			  and %s
			join person a on a.id = m.author_id
			left join person s on s.id = m.subject_id
			left join message before on before.conversation_id = m.conversation_id and before.seq = m.seq - 1
			  and %s
			left join message q on q.id = m.reply_to_id
			left join person qa on qa.id = q.author_id
			""".formatted(Excerpt.READ, Conversations.sees("m"), Conversations.sees("before"));

	/** In the order of the whole key, by which H2 reads one page; by number alone it would read and sort the conversation. */
	static final String NEWEST_FIRST = SHOWN + """
			where m.conversation_id = :conversation and m.seq < :below
			order by m.conversation_id desc, m.seq desc fetch first :page rows only""";

	private final JdbcClient jdbc;
	private final Reactions reactions;

	Timeline(JdbcClient jdbc, Reactions reactions) {
		this.jdbc = jdbc;
		this.reactions = reactions;
	}

	/** @param reacted whether there are reactions, which are read apart */
	private record Read(MessageView message, boolean reacted) {
	}

	private static Read read(ResultSet row, int number) throws SQLException {
		return new Read(view(row), row.getBoolean("reacted"));
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

	/** One message, if this person is in its conversation. */
	public Optional<MessageView> find(long id, long person) {
		return jdbc.sql(SHOWN + "where m.id = :id").param("id", id).param("viewer", person).query(Timeline::read)
				.optional().map(message -> withReactions(List.of(message)).getFirst());
	}

	/** What is answered in this conversation: a message of it that this person sees, and nothing else. */
	Optional<MessageView> answered(@Nullable Long id, long conversation, long person) {
		return Optional.ofNullable(id).flatMap(known -> find(known, person))
				.filter(found -> found.conversationId() == conversation);
	}

	/** The answers to a message, which quote it, as far as this person sees them. */
	public List<MessageView> quoting(long message, long person) {
		return withReactions(jdbc.sql(SHOWN + "where m.reply_to_id = :id order by m.seq").param("id", message)
				.param("viewer", person).query(Timeline::read).list());
	}

	/**
	 * To whom a change of a message may show: all who are in its conversation, and of those who have left whoever sees it, or an
	 * answer that quotes it.
	 */
	List<Long> concerned(MessageView message) {
		return jdbc.sql("""
				select p.person_id from participant p join message m on m.id = :id
				where p.conversation_id = :conversation and (p.to_seq is null or %s or exists (
				  select 1 from message answer where answer.reply_to_id = :id and %s))"""
				.formatted(Conversations.sees("m"), Conversations.sees("answer")))
				.param("id", message.id()).param("conversation", message.conversationId()).query(Long.class).list();
	}

	/** The number of a message of this conversation. */
	Optional<Long> seq(long conversation, long message) {
		return jdbc.sql("select seq from message where id = ? and conversation_id = ?").params(message, conversation)
				.query(Long.class).optional();
	}

	/** The page of messages whose numbers are below this one, oldest first, as far as this person sees them. */
	List<MessageView> page(long conversation, long belowSeq, long person) {
		return withReactions(jdbc.sql(NEWEST_FIRST).param("conversation", conversation).param("below", belowSeq)
				.param("page", PAGE).param("viewer", person).query(Timeline::read).list().reversed());
	}

	private List<MessageView> withReactions(List<Read> read) {
		var found = reactions.to(read.stream().filter(Read::reacted).map(one -> one.message.id()).toList());
		return read.stream().map(Read::message)
				.map(message -> message.with(found.getOrDefault(message.id(), List.of()))).toList();
	}
}
