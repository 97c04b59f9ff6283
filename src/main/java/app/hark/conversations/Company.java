package app.hark.conversations;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.delivery.Cursor;
import app.hark.delivery.Presence;
import app.hark.delivery.Snapshots;

/** Who sees of whom that they are here: those who share a conversation. Whoever wants to be invisible is never shown. */
@Repository
public class Company implements Presence.Known {

	/** Joined, as H2 would compare each row that it finds with all that are {@code any} of them: after a restart everybody. */
	static final String TO = """
			select distinct o.person_id from unnest(cast(? as bigint array)) as asked (person_id)
			join participant p on p.person_id = asked.person_id and p.to_seq is null
			join participant o on o.conversation_id = p.conversation_id and o.person_id <> p.person_id
			  and o.to_seq is null""";

	private final JdbcClient jdbc;
	private final Snapshots snapshots;

	Company(JdbcClient jdbc, Snapshots snapshots) {
		this.jdbc = jdbc;
		this.snapshots = snapshots;
	}

	private record Companion(long id, String username) {
	}

	/**
	 * The usernames of those who may be shown to this person, in their order.
	 *
	 * @param end where this person's inbox ended before this was asked
	 * @param isHere who of all people is
	 */
	public Set<String> here(long viewer, Cursor end, LongPredicate isHere) {
		var here = companions(viewer, end).stream().filter(one -> isHere.test(one.id)).toList();
		var invisible = here.isEmpty() ? Set.of() : invisible(here);
		return here.stream().filter(one -> !invisible.contains(one.id)).map(Companion::username)
				.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Whoever comes into a conversation or leaves it makes the inboxes of all the others grow. */
	private List<Companion> companions(long viewer, Cursor end) {
		return snapshots.of(viewer, end, Company.class, List::size, () -> jdbc.sql("""
				select distinct q.id, q.username from participant p
				join participant o on o.conversation_id = p.conversation_id and o.person_id <> p.person_id
				  and o.to_seq is null
				join person q on q.id = o.person_id
				where p.person_id = ? and p.to_seq is null order by q.username""").param(viewer)
				.query((row, _) -> new Companion(row.getLong(1), row.getString(2))).list());
	}

	/** Nobody's inbox tells of this, so it is asked each time. */
	private Set<Long> invisible(List<Companion> here) {
		return jdbc.sql("""
				select p.id from unnest(cast(? as bigint array)) as asked (id)
				join person p on p.id = asked.id and p.invisible""")
				.param(here.stream().map(Companion::id).toArray(Long[]::new)).query(Long.class).set();
	}

	@Override
	public Set<Long> to(Collection<Long> people) {
		return jdbc.sql(TO).param(people.toArray(Long[]::new)).query(Long.class).set();
	}
}
