package app.hark.conversations;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;
import app.hark.people.Disclosed;
import app.hark.people.PeopleSearch;
import app.hark.people.Person;
import app.hark.people.Renamed;

/** Who has written with whom already, and who not yet. */
@Repository
class Acquaintances implements Renamed, Disclosed {

	private final JdbcClient jdbc;

	Acquaintances(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** People this one has not written with, newest accounts first. */
	PeopleSearch.Page notYet(long person, int from, int limit) {
		var found = jdbc.sql("""
				select p.id, p.username, p.display_name from person p
				where p.id <> :me and not exists (
				  select 1 from conversation c
				  where c.low_person_id = least(p.id, :me) and c.high_person_id = greatest(p.id, :me))
				order by p.id desc offset :from rows fetch next :limit rows only""")
				.param("me", person).param("from", from).param("limit", limit + 1).query(Person.class).list();
		return new PeopleSearch.Page(found.stream().limit(limit).toList(), found.size() > limit);
	}

	/** One entry tells one's own devices; one per conversation tells whoever is on the other side of it. */
	@Override
	public void tell(long person, Delivery.Log log) {
		record Shared(long conversation, long other) {
		}
		log.append(List.of(person), Kind.PERSON, null, person);
		jdbc.sql("""
				select p.conversation_id as conversation, o.person_id as other from participant p
				join participant o on o.conversation_id = p.conversation_id and o.person_id <> p.person_id
				where p.person_id = ?""").param(person).query(Shared.class).list()
				.forEach(shared -> log.append(List.of(shared.other()), Kind.PERSON, shared.conversation(), person));
	}

	/** The marks of everybody in these conversations may be others now, one's own among them. */
	@Override
	public void tellSeen(long person, Delivery.Log log) {
		record Member(long conversation, long id) {
		}
		jdbc.sql("""
				select m.conversation_id as conversation, m.person_id as id from participant p
				join participant m on m.conversation_id = p.conversation_id and m.own_seq > 0
				  and m.to_seq is null
				where p.person_id = ? order by m.conversation_id""").param(person).query(Member.class).list()
				.forEach(member -> log.append(List.of(member.id()), Kind.CONVERSATION, member.conversation(), null));
	}
}
