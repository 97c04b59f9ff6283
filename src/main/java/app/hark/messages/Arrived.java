package app.hark.messages;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Seen;
import app.hark.messages.Arrivals.Part;

/** Up to where each person's devices have their inbox, and so which messages. */
@Repository
class Arrived {

	/** As many as a statement may ask for at once. */
	private static final int TOGETHER = 1_000;

	private final JdbcClient jdbc;
	private final Seen seen;

	Arrived(JdbcClient jdbc, Seen seen) {
		this.jdbc = jdbc;
		this.seen = seen;
	}

	/** Whose newest message in which conversation has come further. */
	record Told(long person, long conversation) {
	}

	private record Newest(long conversation, long seq) {
	}

	/** Of these parts of inboxes what was not noted before; after a reconnect that is mostly nothing. */
	List<Part> unknown(Collection<Part> parts) {
		var known = new HashMap<Long, Long>();
		var owners = parts.stream().map(Part::owner).distinct().toList();
		for (int from = 0; from < owners.size(); from += TOGETHER) {
			jdbc.sql("select owner_id, position from arrival where owner_id in (:owners)")
					.param("owners", owners.subList(from, Math.min(owners.size(), from + TOGETHER))).query(row -> {
						known.put(row.getLong(1), row.getLong(2));
					});
		}
		return parts.stream().filter(part -> part.upTo() > known.getOrDefault(part.owner(), 0L)).toList();
	}

	/** Notes a part, inside the caller's transaction. The row of its owner is the first lock. */
	Set<Told> note(Part part) {
		long owner = part.owner();
		long from = Math.max(part.after(), advance(part));
		var told = new HashSet<Told>();
		for (Newest newest : newest(owner, from, part.upTo())) {
			told.addAll(seen.toldOfArrival(newest.conversation(), owner, newest.seq()).stream()
					.map(author -> new Told(author, newest.conversation())).collect(Collectors.toSet()));
			seen.arrived(newest.conversation(), owner, newest.seq());
		}
		return told;
	}

	/** Moves the position on, unless the part begins behind it. Returns what it was. */
	private long advance(Part part) {
		var params = Map.of("owner", part.owner(), "after", part.after(), "upTo", part.upTo());
		int locked = jdbc.sql("update arrival set position = position where owner_id = :owner").params(params).update();
		if (locked == 0) {
			jdbc.sql("insert into arrival (owner_id, position) values (:owner, 0)").params(params).update();
		}
		long before = jdbc.sql("select position from arrival where owner_id = :owner").params(params).query(Long.class)
				.single();
		jdbc.sql("""
				update arrival set position = :upTo
				where owner_id = :owner and position >= :after and position < :upTo""").params(params).update();
		return before;
	}

	private List<Newest> newest(long owner, long from, long upTo) {
		return jdbc.sql("""
				select e.conversation_id as conversation, max(m.seq) as seq from entry e
				join message m on m.id = e.subject_id
				join participant p on p.conversation_id = e.conversation_id and p.person_id = e.owner_id
				where e.owner_id = :owner and e.position > :from and e.position <= :upTo and e.kind = 'message'
				and m.author_id <> :owner and m.seq > p.delivered_seq
				group by e.conversation_id order by e.conversation_id""").param("owner", owner).param("from", from)
				.param("upTo", upTo).query((row, _) -> new Newest(row.getLong(1), row.getLong(2))).list();
	}
}
