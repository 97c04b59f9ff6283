package app.hark.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Conversations;
import app.hark.delivery.Ends;
import app.hark.delivery.Snapshots;
import app.hark.people.Person;

/** Everybody's list of conversations, newest activity first. */
@Repository
public class ConversationList {

	/** More than anybody scrolls through, and a page that a phone still shows at once; older ones are found by search. */
	private static final int LONGEST = 500;

	private static final String COLUMNS = """
			c.id as conversation_id, least(c.last_seq, coalesce(p.to_seq, c.last_seq)) - p.last_read_seq as unread, c.name,
			  o.id as other_id, o.username as other_username, o.display_name as other_display_name,
			  m.id as message_id, a.id = p.person_id as mine,
			  a.display_name as author, substring(m.body, 1, %d) as start, m.deleted_at is not null as deleted, m.line,
			  s.display_name as subject, m.created_at
			""".formatted(Excerpt.READ);

	private static final String JOINS = """
			join conversation c on c.id = p.conversation_id
			left join person o on o.id = %s
			join message m on m.conversation_id = c.id and m.seq = least(c.last_seq, coalesce(p.to_seq, c.last_seq))
			""".formatted(Conversations.OTHER);

	static final String ITEMS = """
			select %s
			from participant p
			%s
			join person a on a.id = m.author_id
			left join person s on s.id = m.subject_id
			where p.person_id = :viewer order by m.id desc fetch first :longest rows only"""
			.formatted(COLUMNS, JOINS);

	/** By both halves of the participant's key: H2 does not see that the conversation's id is the participant's, too. */
	static final String LINE = "select " + COLUMNS + ", " + MessageRow.COLUMNS + ", " + Conversations.sees("m")
			+ " as seen from participant p " + JOINS + MessageRow.JOINS
			+ "where p.person_id = :viewer and p.conversation_id = :conversation";

	private final JdbcClient jdbc;
	private final Ends ends;
	private final Snapshots snapshots;
	private final Timeline timeline;

	ConversationList(JdbcClient jdbc, Ends ends, Snapshots snapshots, Timeline timeline) {
		this.jdbc = jdbc;
		this.timeline = timeline;
		this.ends = ends;
		this.snapshots = snapshots;
	}

	private static ConversationItem item(ResultSet row, int number) throws SQLException {
		long id = row.getLong("conversation_id");
		String name = row.getString("name");
		var face = name == null
				? Face.of(new Person(row.getLong("other_id"), row.getString("other_username"),
						row.getString("other_display_name")))
				: Face.ofGroup(id, name);
		var preview = new ConversationItem.Preview(Excerpt.of(row.getString("start")), row.getBoolean("mine"),
				name == null ? null : row.getString("author"), row.getBoolean("deleted"), row.getString("line"),
				row.getString("subject"));
		var at = row.getObject("created_at", OffsetDateTime.class).atZoneSameInstant(ZoneOffset.UTC);
		return new ConversationItem(id, face, preview, at.truncatedTo(ChronoUnit.SECONDS), row.getLong("message_id"),
				row.getLong("unread"));
	}

	public List<ConversationItem> of(long viewer) {
		return snapshots.of(viewer, ends.of(viewer), ConversationList.class, List::size, () -> read(viewer));
	}

	private List<ConversationItem> read(long viewer) {
		return jdbc.sql(ITEMS).param("viewer", viewer)
				.param("longest", LONGEST).query(ConversationList::item).list();
	}

	/** Whether the viewer has no conversation at all. */
	boolean isEmpty(long viewer) {
		return of(viewer).isEmpty();
	}

	/**
	 * The end of a conversation.
	 *
	 * @param item its line in the viewer's list
	 * @param newest the message that the line shows the beginning of, if the viewer sees it
	 */
	public record Latest(ConversationItem item, Optional<MessageView> newest) {

		/** The newest message, if it is this one. */
		public Optional<MessageView> message(long id) {
			return newest.filter(message -> message.id() == id);
		}
	}

	/** @param newest before it is known what people said to it */
	private record Found(ConversationItem item, Optional<MessageRow> newest) {
	}

	/** One line of the list, if the viewer is in that conversation, with its message: whoever needs one mostly needs both. */
	public Optional<Latest> latest(long conversation, long viewer) {
		return jdbc.sql(LINE).param("viewer", viewer).param("conversation", conversation)
				.query((row, number) -> new Found(item(row, number),
						row.getBoolean("seen") ? Optional.of(MessageRow.of(row, number)) : Optional.empty()))
				.optional().map(found -> new Latest(found.item, found.newest.map(timeline::withReactions)));
	}
}
