package app.hark.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.delivery.Presence;

/** Who sees of whom that they are here: those who share a conversation. Whoever wants to be invisible is never shown. */
@Repository
public class Company implements Presence.Known {

	private final JdbcClient jdbc;

	Company(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Somebody with whom the viewer shares a conversation. */
	public record Companion(long id, String username) {
	}

	/** Those who may be shown to this person, in the order of their names. */
	public List<Companion> of(long viewer) {
		return jdbc.sql("""
				select distinct q.id, q.username from participant p
				join participant o on o.conversation_id = p.conversation_id and o.person_id <> p.person_id
				  and o.to_seq is null
				join person q on q.id = o.person_id and not q.invisible
				where p.person_id = ? and p.to_seq is null order by q.username""").param(viewer)
				.query((row, _) -> new Companion(row.getLong(1), row.getString(2))).list();
	}

	@Override
	public Set<Long> to(Collection<Long> people) {
		return jdbc.sql("""
				select distinct o.person_id from participant p
				join participant o on o.conversation_id = p.conversation_id and o.person_id <> p.person_id
				  and o.to_seq is null
				where p.person_id in (:people) and p.to_seq is null""").param("people", people).query(Long.class).set();
	}
}
