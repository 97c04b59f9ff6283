package app.hark.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Conversation.Group;
import app.hark.people.Person;

/** The conversations, each found only through a person who is in it. */
@Repository
public class Conversations {

	/** SQL: with whom the participant {@code p} shares the conversation {@code c}, if it is one of two people. */
	public static final String OTHER = "case when c.low_person_id = p.person_id then c.high_person_id else c.low_person_id end";

	/** SQL: notes as seen what is read, if its reader tells so; what was read before they told stays between them and Hark. */
	static final String TELLS = """
			seen_seq = case when (select p.tells_seen from person p where p.id = person_id) then %s else seen_seq end""";

	private final JdbcClient jdbc;

	Conversations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * SQL: whether the participant {@code p} sees this message, which they do from each time that they came to when they left.
	 *
	 * @param message what the statement calls it
	 */
	public static String sees(String message) {
		return """
				m.seq > p.first_seq and m.seq <= coalesce(p.to_seq, m.seq) and (m.seq > p.from_seq or exists (
				  select 1 from former_stay f where f.conversation_id = p.conversation_id and f.person_id = p.person_id
				  and m.seq > f.from_seq and m.seq <= f.to_seq))""".replace("m.", message + ".");
	}

	/** The conversation with this id, if the person is or was in it. */
	public Optional<Conversation> find(long id, long person) {
		return jdbc.sql("""
				select c.id, least(c.last_seq, coalesce(p.to_seq, c.last_seq)) as last_seq, p.last_read_seq, p.first_seq,
				  p.to_seq is not null as gone, c.name, c.owner_id, c.shows_past,
				  o.id as other_id, o.username, o.display_name
				from conversation c
				join participant p on p.conversation_id = c.id and p.person_id = :person
				left join person o on o.id = %s
				where c.id = :id""".formatted(OTHER)).param("id", id).param("person", person)
				.query((row, _) -> new Conversation(
						row.getLong("id"), row.getLong("last_seq"), row.getLong("last_read_seq"),
						row.getLong("first_seq"),
						row.getBoolean("gone"), other(row), group(row)))
				.optional();
	}

	private static @Nullable Person other(ResultSet row) throws SQLException {
		long id = row.getLong("other_id");
		return row.wasNull() ? null : new Person(id, row.getString("username"), row.getString("display_name"));
	}

	private static @Nullable Group group(ResultSet row) throws SQLException {
		String name = row.getString("name");
		return name == null ? null : new Group(name, row.getLong("owner_id"), row.getBoolean("shows_past"));
	}

	/** The conversation of these two, if one of them ever wrote to the other. */
	public Optional<Conversation> between(long person, long other) {
		return jdbc.sql("select id from conversation where low_person_id = ? and high_person_id = ?")
				.params(Math.min(person, other), Math.max(person, other)).query(Long.class).optional()
				.flatMap(id -> find(id, person));
	}

	/**
	 * The conversation of these two, made if there is none, inside the caller's transaction.
	 * <p>
	 * First contacts take turns at the row of one of the two: who waits for a key that is not committed yet waits busily
	 * in H2, and a crowd of strangers would wait itself out. The update changes nothing and is no {@code for update},
	 * which on PostgreSQL would also stop whoever writes a message as this person. It is the first lock of all: person,
	 * then conversation, then inboxes.
	 */
	public long open(long person, long other) {
		return between(person, other).map(Conversation::id).orElseGet(() -> {
			jdbc.sql("update person set created_at = created_at where id = ?").param(Math.min(person, other)).update();
			return between(person, other).map(Conversation::id).orElseGet(() -> make(person, other));
		});
	}

	private long make(long person, long other) {
		jdbc.sql("insert into conversation (low_person_id, high_person_id, last_seq) values (?, ?, 0)")
				.params(Math.min(person, other), Math.max(person, other)).update();
		long id = jdbc.sql("select id from conversation where low_person_id = ? and high_person_id = ?")
				.params(Math.min(person, other), Math.max(person, other)).query(Long.class).single();
		jdbc.sql(
				"insert into participant (conversation_id, person_id, last_read_seq) values (:id, :a, 0), (:id, :b, 0)")
				.param("id", id).param("a", person).param("b", other).update();
		return id;
	}

	/** Everybody who is in a conversation now. */
	public List<Long> members(long id) {
		return jdbc.sql("select person_id from participant where conversation_id = ? and to_seq is null").param(id)
				.query(Long.class)
				.list();
	}

	/** Moves a read position forward, never back and never past the last message. Returns whether it moved. */
	boolean read(long id, long person, long upTo) {
		String end = "(select least(c.last_seq, coalesce(to_seq, c.last_seq), :upTo) from conversation c where c.id = :id)";
		return jdbc.sql("""
				update participant set last_read_seq = %s, %s
				where conversation_id = :id and person_id = :person and last_read_seq < %s"""
				.formatted(end, TELLS.formatted(end), end)).param("id", id).param("person", person).param("upTo", upTo)
				.update() == 1;
	}
}
