package app.hark.messages;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.people.Person;

/** Everybody's list of conversations, newest activity first. */
@Repository
public class ConversationList {

	/** More than anybody scrolls through, and a page that a phone still shows at once; older ones are found by search. */
	private static final int LONGEST = 500;

	private static final String ITEMS = """
			select c.id, c.last_seq - p.last_read_seq as unread, o.id as other_id, o.username, o.display_name,
			  m.id as message_id, m.author_id, substring(m.body, 1, %d) as start,
			  m.deleted_at is not null as deleted, m.created_at
			from participant p
			join conversation c on c.id = p.conversation_id
			join participant q on q.conversation_id = c.id and q.person_id <> p.person_id
			join person o on o.id = q.person_id
			join message m on m.conversation_id = c.id and m.seq = c.last_seq
			where p.person_id = :viewer
			""".formatted(Excerpt.READ);

	private final JdbcClient jdbc;

	ConversationList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long id, long unread, long otherId, String username, String displayName, long messageId,
			long authorId, String start, boolean deleted, OffsetDateTime createdAt) {

		ConversationItem item() {
			return new ConversationItem(id, new Person(otherId, username, displayName), Excerpt.of(start),
					authorId != otherId, deleted,
					createdAt.atZoneSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
					messageId, unread);
		}
	}

	public List<ConversationItem> of(long viewer) {
		return jdbc.sql(ITEMS + "order by m.id desc fetch first :longest rows only").param("viewer", viewer)
				.param("longest", LONGEST).query(Row.class).list().stream().map(Row::item).toList();
	}

	/** Whether the viewer has no conversation at all. */
	boolean isEmpty(long viewer) {
		return jdbc.sql("select conversation_id from participant where person_id = ? fetch first 1 row only")
				.param(viewer).query(Long.class).optional().isEmpty();
	}

	/** One line of the list, if the viewer is in that conversation. */
	public Optional<ConversationItem> find(long conversation, long viewer) {
		return jdbc.sql(ITEMS + "and c.id = :conversation").param("viewer", viewer).param("conversation", conversation)
				.query(Row.class).optional().map(Row::item);
	}
}
