package app.hark.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody's inbox: a durable, ordered, append-only log of what concerns its owner. */
@Repository
public class Inboxes {

	/** A cursor further behind than this is told to load the page again, which costs less than the replay. */
	static final int REPLAY_LIMIT = 10_000;

	private static final String TAG_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
	private static final int TAG_LENGTH = 8;

	/** In the order of the whole key, by which H2 reads no more than the limit; by position alone it would read and sort them all. */
	static final String AFTER = """
			select position, tag, kind, conversation_id, subject_id from entry
			where owner_id = ? and position > ? order by owner_id, position fetch first ? rows only""";

	/** Joined, as H2 would compare each row that it finds with all that are {@code any} of them. */
	static final String HEADS = """
			select i.owner_id, i.head from unnest(cast(? as bigint array)) as asked (owner_id)
			join inbox i on i.owner_id = asked.owner_id""";

	private final JdbcClient jdbc;
	private final Ledger ledger;
	private final SecureRandom random;

	Inboxes(JdbcClient jdbc, Ledger ledger, SecureRandom random) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.random = random;
	}

	/** Makes the empty inbox of a new owner. */
	public void open(long owner) {
		jdbc.sql("insert into inbox (owner_id, head, floor, epoch) values (?, 0, 0, ?)").params(owner, tag()).update();
	}

	/**
	 * Adds lines to the inboxes of their owners, inside the caller's transaction and as its last step.
	 * <p>
	 * The heads are raised in ascending order of owners: whoever takes the same locks takes them in the same order, so
	 * that no two senders wait for each other. The locks are held until the commit, so that positions become visible in
	 * their own order; an identity column or a clock would let a reader pass an entry that commits late.
	 *
	 * @return what was added to each inbox
	 */
	Map<Long, List<Entry>> append(List<Line> lines) {
		if (lines.isEmpty()) {
			return Map.of();
		}
		var tagged = lines.stream().collect(groupingBy(Line::owner, TreeMap::new,
				mapping(line -> new Ledger.Tagged(line, tag()), toList())));
		var added = new HashMap<Long, List<Entry>>();
		var heads = ledger.append(tagged);
		tagged.forEach((owner, own) -> added.put(owner, entries(own, requireNonNull(heads.get(owner), "no inbox"))));
		return added;
	}

	private static List<Entry> entries(List<Ledger.Tagged> lines, long head) {
		long before = head - lines.size();
		return IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i).at(before + 1 + i)).toList();
	}

	/** The position of the newest entry of each of these. */
	Map<Long, Long> heads(Collection<Long> owners) {
		var heads = new HashMap<Long, Long>();
		jdbc.sql(HEADS).param(owners.toArray(Long[]::new)).query(row -> {
			heads.put(row.getLong(1), row.getLong(2));
		});
		return heads;
	}

	/** Where the owner's inbox ends now. */
	public Cursor end(long owner) {
		return jdbc.sql("""
				select i.head, coalesce(e.tag, i.epoch) from inbox i
				left join entry e on e.owner_id = i.owner_id and e.position = i.head
				where i.owner_id = ?""").param(owner)
				.query((row, _) -> new Cursor(row.getLong(1), row.getString(2))).single();
	}

	/** The position behind which a client with this cursor continues, or empty if it has to load its page again. */
	OptionalLong resume(long owner, Optional<Cursor> from) {
		return from.flatMap(cursor -> jdbc.sql("""
				select i.head - :position from inbox i
				left join entry e on e.owner_id = i.owner_id and e.position = :position
				where i.owner_id = :owner and :position between i.floor and i.head
				and coalesce(e.tag, case when :position = 0 then i.epoch end) = :tag""")
				.param("owner", owner).param("position", cursor.position()).param("tag", cursor.tag())
				.query(Long.class).optional().filter(behind -> behind <= REPLAY_LIMIT).map(_ -> cursor.position()))
				.map(OptionalLong::of).orElseGet(OptionalLong::empty);
	}

	/** The entries behind a position, oldest first, at most {@code limit}. */
	List<Entry> after(long owner, long position, int limit) {
		return jdbc.sql(AFTER).params(owner, position, limit)
				.query((row, _) -> new Entry(row.getLong(1), row.getString(2), Kind.of(row.getString(3)),
						row.getObject(4, Long.class),
						row.getObject(5, Long.class)))
				.list();
	}

	private String tag() {
		return random.ints(TAG_LENGTH, 0, TAG_ALPHABET.length())
				.collect(StringBuilder::new, (tag, i) -> tag.append(TAG_ALPHABET.charAt(i)), StringBuilder::append)
				.toString();
	}
}
