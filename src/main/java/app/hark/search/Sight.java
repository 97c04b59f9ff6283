package app.hark.search;

import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.people.Person;

/** Who may see what: the one place at which search asks for it. */
@Repository
class Sight {

	private final JdbcClient jdbc;

	Sight(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A message as the database has it now. */
	record Seen(long id, String body, OffsetDateTime createdAt, long authorId, String authorUsername,
			String authorDisplayName, long otherId, String otherUsername, String otherDisplayName) {

		Person author() {
			return new Person(authorId, authorUsername, authorDisplayName);
		}

		Person other() {
			return new Person(otherId, otherUsername, otherDisplayName);
		}
	}

	/** Where there can be something for this person. It only saves looking elsewhere: what is shown is asked for below. */
	List<Long> conversations(long viewer) {
		return jdbc.sql("select conversation_id from participant where person_id = ?").param(viewer).query(Long.class)
				.list();
	}

	/** Of these messages those that are there and that this person may see, newest first. */
	List<Seen> of(List<Long> ids, long viewer) {
		return jdbc.sql("""
				select m.id, m.body, m.created_at, a.id as author_id, a.username as author_username,
				  a.display_name as author_display_name, o.id as other_id, o.username as other_username,
				  o.display_name as other_display_name
				from message m
				join participant p on p.conversation_id = m.conversation_id and p.person_id = :viewer
				join participant q on q.conversation_id = m.conversation_id and q.person_id <> p.person_id
				join person o on o.id = q.person_id
				join person a on a.id = m.author_id
				where m.id in (:ids) and m.deleted_at is null
				order by m.id desc""").param("ids", ids).param("viewer", viewer).query(Seen.class).list();
	}
}
