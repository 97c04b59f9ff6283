package app.hark.messages;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.people.Person;

/** The messages of a conversation, in order, as they are shown. */
@Repository
public class Timeline {

	/** Messages on one page of a chat. */
	static final int PAGE = 50;

	private static final Duration PAUSE = Duration.ofMinutes(5);

	private static final String SHOWN = """
			select m.id, m.conversation_id, m.seq, m.body, m.created_at, a.id as author_id, a.username, a.display_name,
			  before.author_id as before_author_id, before.created_at as before_at
			from message m
			join person a on a.id = m.author_id
			left join message before on before.conversation_id = m.conversation_id and before.seq = m.seq - 1
			""";

	/** In the order of the whole key, by which H2 reads one page; by number alone it would read and sort the conversation. */
	static final String NEWEST_FIRST = SHOWN + """
			where m.conversation_id = ? and m.seq < ?
			order by m.conversation_id desc, m.seq desc fetch first ? rows only""";

	private final JdbcClient jdbc;

	Timeline(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long id, long conversationId, long seq, String body, OffsetDateTime createdAt, long authorId,
			String username, String displayName, @Nullable Long beforeAuthorId, @Nullable OffsetDateTime beforeAt) {

		MessageView view() {
			var at = createdAt.atZoneSameInstant(ZoneOffset.UTC);
			boolean firstOfDay = beforeAt == null
					|| !beforeAt.atZoneSameInstant(ZoneOffset.UTC).toLocalDate().equals(at.toLocalDate());
			boolean continues = beforeAt != null && beforeAuthorId != null && beforeAuthorId == authorId
					&& Duration.between(beforeAt, createdAt).abs().compareTo(PAUSE) <= 0;
			return new MessageView(id, conversationId, seq, new Person(authorId, username, displayName), Links.in(body),
					at.truncatedTo(ChronoUnit.SECONDS), continues, firstOfDay);
		}
	}

	/** One message, if this person is in its conversation. */
	public Optional<MessageView> find(long id, long person) {
		return jdbc.sql(SHOWN + """
				join participant p on p.conversation_id = m.conversation_id and p.person_id = :person
				where m.id = :id""").param("id", id).param("person", person).query(Row.class).optional().map(Row::view);
	}

	/** The number of a message of this conversation. */
	Optional<Long> seq(long conversation, long message) {
		return jdbc.sql("select seq from message where id = ? and conversation_id = ?").params(message, conversation)
				.query(Long.class).optional();
	}

	/** The page of messages whose numbers are below this one, oldest first. The caller has checked who asks. */
	List<MessageView> page(long conversation, long belowSeq) {
		return jdbc.sql(NEWEST_FIRST).params(conversation, belowSeq, PAGE).query(Row.class).list().reversed().stream()
				.map(Row::view)
				.toList();
	}
}
