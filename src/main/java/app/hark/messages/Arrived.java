package app.hark.messages;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Seen;
import app.hark.conversations.Seen.Newest;
import app.hark.messages.Arrivals.Part;

/** Up to where each person's devices have their inbox, and so which messages. As many statements for a hundred people as for one. */
@Repository
class Arrived {

	/** People who are asked for at once. */
	private static final int AT_ONCE = 1_000;

	/** Joined, as H2 would compare each row that it finds with all that are {@code any} of them. */
	private static final String POSITIONS = """
			select a.owner_id, a.position from unnest(cast(? as bigint array)) as asked (owner_id)
			join arrival a on a.owner_id = asked.owner_id""";
	private static final String LOCKED = """
			select owner_id, position from arrival where owner_id = any(?) order by owner_id for update""";

	private final JdbcClient jdbc;
	private final JdbcTemplate batches;
	private final Seen seen;

	Arrived(JdbcTemplate jdbc, Seen seen) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
		this.seen = seen;
	}

	/** Of these parts of inboxes what was not noted before; after a reconnect that is mostly nothing. */
	List<Part> unknown(Collection<Part> parts) {
		var known = new HashMap<Long, Long>();
		var all = List.copyOf(parts);
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			known.putAll(positions(POSITIONS, all.subList(from, Math.min(from + AT_ONCE, all.size()))));
		}
		return parts.stream().filter(part -> part.upTo() > known.getOrDefault(part.owner(), 0L)).toList();
	}

	/**
	 * Notes parts, inside the caller's transaction: the rows of their owners are locked first, then those of participants, both
	 * by person.
	 *
	 * @return whose newest message in which conversation has come further
	 */
	Set<Seen.Told> note(Collection<Part> parts) {
		var before = lock(parts);
		batches.batchUpdate("""
				update arrival set position = ? where owner_id = ? and position >= ? and position < ?""", parts.stream()
				.map(part -> new Object[]{part.upTo(), part.owner(), part.after(), part.upTo()}).toList());
		var newest = newest(parts.stream().map(part -> part.behind(before.getOrDefault(part.owner(), 0L))).toList());
		var told = seen.toldOfArrival(newest);
		seen.arrived(newest);
		return new HashSet<>(told);
	}

	/** Up to where each owner had it. Who was new when it began to wait for others may not be any more. */
	private Map<Long, Long> lock(Collection<Part> parts) {
		var before = positions(LOCKED, parts);
		var absent = parts.stream().filter(part -> !before.containsKey(part.owner())).toList();
		if (!absent.isEmpty()) {
			before.putAll(positions(LOCKED, absent));
			batches.batchUpdate("insert into arrival (owner_id, position) values (?, 0)",
					absent.stream().map(Part::owner).distinct().filter(owner -> !before.containsKey(owner)).sorted()
							.map(owner -> new Object[]{owner}).toList());
		}
		return before;
	}

	private Map<Long, Long> positions(String sql, Collection<Part> parts) {
		var known = new HashMap<Long, Long>();
		jdbc.sql(sql).param(parts.stream().map(Part::owner).distinct().toArray(Long[]::new)).query(row -> {
			known.put(row.getLong(1), row.getLong(2));
		});
		return known;
	}

	/**
	 * The newest message of others in each conversation of which a part tells. Each message is looked up by itself: PostgreSQL
	 * expects so many rows between two positions that it would read all messages instead.
	 */
	private List<Newest> newest(Collection<Part> parts) {
		return jdbc.sql("""
				select e.owner_id, e.conversation_id,
				  max((select m.seq from message m where m.id = e.subject_id and m.author_id <> e.owner_id))
				from unnest(cast(? as bigint array), cast(? as bigint array), cast(? as bigint array))
				  as part (owner_id, behind, up_to)
				join entry e on e.owner_id = part.owner_id and e.position > part.behind and e.position <= part.up_to
				where e.kind = 'message'
				group by e.owner_id, e.conversation_id order by e.owner_id, e.conversation_id""")
				.params(column(parts, Part::owner), column(parts, Part::after), column(parts, Part::upTo))
				.query((row, _) -> new Newest(row.getLong(1), row.getLong(2), row.getLong(3))).list().stream()
				.filter(newest -> newest.seq() > 0).toList();
	}

	private static Object column(Collection<Part> parts, ToLongFunction<Part> of) {
		return parts.stream().map(of::applyAsLong).toArray(Long[]::new);
	}
}
