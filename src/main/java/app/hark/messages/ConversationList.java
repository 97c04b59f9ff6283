package app.hark.messages;

import static java.util.Objects.requireNonNull;

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

/** Everybody's list of conversations, newest activity first. */
@Repository
public class ConversationList {

	/** More than anybody scrolls through, and a page that a phone still shows at once; older ones are found by search. */
	private static final int LONGEST = 500;

	private static final String ITEMS = """
			select c.id, least(c.last_seq, coalesce(p.to_seq, c.last_seq)) - p.last_read_seq as unread, c.name,
			  o.id as other_id, o.username, o.display_name, m.id as message_id, a.id = p.person_id as mine,
			  a.display_name as author, substring(m.body, 1, %d) as start, m.deleted_at is not null as deleted, m.line,
			  s.display_name as subject, m.created_at
			from participant p
			join conversation c on c.id = p.conversation_id
			left join person o on o.id = %s
			join message m on m.conversation_id = c.id and m.seq = least(c.last_seq, coalesce(p.to_seq, c.last_seq))
			join person a on a.id = m.author_id
			left join person s on s.id = m.subject_id
			where p.person_id = :viewer
			""".formatted(Excerpt.READ, Conversations.OTHER);

	private final JdbcClient jdbc;

	ConversationList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long id, long unread, @Nullable String name, @Nullable Long otherId, @Nullable String username,
			@Nullable String displayName, long messageId, boolean mine, String author, String start, boolean deleted,
			@Nullable String line, @Nullable String subject, OffsetDateTime createdAt) {

		ConversationItem item() {
			var face = name == null
					? Face.of(
							new Person(requireNonNull(otherId), requireNonNull(username), requireNonNull(displayName)))
					: Face.ofGroup(id, name);
			var preview = new ConversationItem.Preview(Excerpt.of(start), mine, name == null ? null : author, deleted,
					line, subject);
			return new ConversationItem(id, face, preview,
					createdAt.atZoneSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS), messageId, unread);
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
