package app.hark.conversations;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

import app.hark.people.Person;

/**
 * Who is in which group, from which message on and up to which. Whatever changes here is changed under the conversation's
 * lock, which {@link Numbering} takes.
 */
@Repository
public class Memberships {

	private final JdbcClient jdbc;

	Memberships(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes a group of one: its owner. */
	public long make(String name, long owner) {
		var key = new GeneratedKeyHolder();
		jdbc.sql("insert into conversation (name, owner_id, last_seq) values (?, ?, 0)").params(name, owner)
				.update(key, "id");
		long id = requireNonNull(key.getKeyAs(Long.class));
		jdbc.sql("insert into participant (conversation_id, person_id, last_read_seq) values (?, ?, 0)")
				.params(id, owner).update();
		return id;
	}

	/** Everybody who is in it now, whoever came first first. */
	public List<Person> people(long conversation) {
		return jdbc.sql("""
				select o.id, o.username, o.display_name from participant p join person o on o.id = p.person_id
				where p.conversation_id = ? and p.to_seq is null order by p.came_seq, o.id""")
				.param(conversation).query(Person.class).list();
	}

	/**
	 * Lets somebody in, for the first time or again; what they saw before stays theirs to read.
	 *
	 * @param fromSeq they see what is behind this number
	 * @param cameSeq they come behind this number, and count as having read up to it
	 */
	public void add(long conversation, long person, long fromSeq, long cameSeq) {
		int before = jdbc.sql("""
				insert into former_stay (conversation_id, person_id, from_seq, to_seq)
				select conversation_id, person_id, from_seq, to_seq from participant
				where conversation_id = ? and person_id = ?""").params(conversation, person).update();
		jdbc.sql(before == 0 ? """
				insert into participant (first_seq, from_seq, last_read_seq, came_seq, conversation_id, person_id)
				values (?, ?, ?, ?, ?, ?)""" : """
				update participant set first_seq = least(first_seq, ?), from_seq = ?, last_read_seq = ?, came_seq = ?,
				  to_seq = null
				where conversation_id = ? and person_id = ?""")
				.params(fromSeq, fromSeq, cameSeq, cameSeq, conversation, person).update();
	}

	/** From now on this person sees nothing new; what came up to this number stays theirs to read. */
	public void end(long conversation, long person, long toSeq) {
		jdbc.sql("update participant set to_seq = ? where conversation_id = ? and person_id = ?")
				.params(toSeq, conversation, person).update();
	}

	public void rename(long conversation, String name) {
		jdbc.sql("update conversation set name = ? where id = ?").params(name, conversation).update();
	}

	public void handOver(long conversation, long owner) {
		jdbc.sql("update conversation set owner_id = ? where id = ?").params(owner, conversation).update();
	}

	public void showPast(long conversation, boolean shown) {
		jdbc.sql("update conversation set shows_past = ? where id = ?").params(shown, conversation).update();
	}
}
