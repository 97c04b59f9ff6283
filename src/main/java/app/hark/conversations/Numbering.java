package app.hark.conversations;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Numbers the messages of each conversation: 1, 2, 3 … in the order in which they count. */
@Repository
public class Numbering {

	private final JdbcClient jdbc;
	private final Conversations conversations;

	Numbering(JdbcClient jdbc, Conversations conversations) {
		this.jdbc = jdbc;
		this.conversations = conversations;
	}

	/** @param members everybody who is in the conversation, and so sees what has this number */
	public record Place(long seq, List<Long> members) {
	}

	/**
	 * Takes the next number in a conversation and, since whoever writes has read, moves the author's read position to it.
	 * Locks the conversation until the caller's transaction ends.
	 *
	 * @return the number, or empty if there is no such conversation with this author in it
	 */
	public Optional<Place> next(long id, long author) {
		return take(id, author, false);
	}

	/** The same for something that the author writes, whose way to the others is then followed. */
	public Optional<Place> nextOwn(long id, long author) {
		return take(id, author, true);
	}

	private Optional<Place> take(long id, long author, boolean own) {
		var raised = new GeneratedKeyHolder();
		int found = jdbc.sql("""
				update conversation set last_seq = last_seq + 1 where id = :id
				and exists (select 1 from participant
				  where conversation_id = :id and person_id = :author and to_seq is null)""")
				.param("id", id).param("author", author)
				.update(raised, "last_seq", "low_person_id", "high_person_id");
		if (found == 0) {
			return Optional.empty();
		}
		var row = requireNonNull(raised.getKeys());
		long seq = (Long) requireNonNull(row.get("last_seq"));
		jdbc.sql("""
				update participant set last_read_seq = :seq, own_seq = case when :own then :seq else own_seq end, %s
				where conversation_id = :id and person_id = :author""".formatted(Conversations.TELLS.formatted(":seq")))
				.param("seq", seq)
				.param("own", own)
				.param("id", id)
				.param("author", author).update();
		return Optional.of(new Place(seq, members(id, row)));
	}

	/** Two people stay the two that they are; who is in a group is looked up. */
	private List<Long> members(long id, Map<String, Object> row) {
		var low = (Long) row.get("low_person_id");
		return low == null ? conversations.members(id) : List.of(low, (Long) requireNonNull(row.get("high_person_id")));
	}
}
