package app.hark.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;

/** For PostgreSQL: one statement, so one way there and back while the inboxes are locked. */
final class PostgresLedger implements Ledger {

	/**
	 * The rows are locked before the update, which promises no order; then it finds what others have committed while it waited.
	 * No more than once per statement, a part that writes does so whether or not anybody reads it.
	 */
	private static final String APPEND = """
			with line as (
			  select owner_id, tag, kind, conversation_id, subject_id,
			    row_number() over (partition by owner_id order by place) as number,
			    count(*) over (partition by owner_id) as lines
			  from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[]) with ordinality
			    as line (owner_id, tag, kind, conversation_id, subject_id, place)
			), locked as (
			  select owner_id from inbox where owner_id = any (?::bigint[]) order by owner_id for no key update
			), raised as (
			  update inbox i set head = i.head + l.lines
			  from line l join locked on locked.owner_id = l.owner_id
			  where i.owner_id = l.owner_id and l.number = 1
			  returning i.owner_id, i.head
			), written as (
			  insert into entry (owner_id, position, tag, kind, conversation_id, subject_id, created_at)
			  select l.owner_id, r.head - l.lines + l.number, l.tag, l.kind, l.conversation_id, l.subject_id, ?
			  from line l join raised r on r.owner_id = l.owner_id
			)
			select owner_id, head from raised""";

	private final JdbcTemplate jdbc;
	private final Clock clock;

	PostgresLedger(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Map<Long, Long> append(SortedMap<Long, List<Tagged>> lines) {
		var all = lines.values().stream().flatMap(Collection::stream).toList();
		var heads = new HashMap<Long, Long>();
		jdbc.query(APPEND, row -> {
			heads.put(row.getLong(1), row.getLong(2));
		}, array(Long[]::new, all, of -> of.line().owner()), array(String[]::new, all, Tagged::tag),
				array(String[]::new, all, of -> of.line().kind().stored()),
				array(Long[]::new, all, of -> of.line().conversation()),
				array(Long[]::new, all, of -> of.line().subject()), lines.keySet().toArray(Long[]::new),
				OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
		if (heads.size() < lines.size()) {
			throw new IllegalStateException("no inbox");
		}
		return heads;
	}

	private static <T> Object array(java.util.function.IntFunction<T[]> make, List<Tagged> all,
			Function<Tagged, ? extends T> part) {
		return all.stream().map(part).toArray(make);
	}
}
