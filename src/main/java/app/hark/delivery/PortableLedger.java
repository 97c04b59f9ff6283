package app.hark.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** For every database that knows the standard: two batches, and one question between them. */
final class PortableLedger implements Ledger {

	private final NamedParameterJdbcTemplate jdbc;
	private final Clock clock;

	PortableLedger(NamedParameterJdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Map<Long, Long> append(SortedMap<Long, List<Tagged>> lines) {
		var batches = jdbc.getJdbcTemplate();
		batches.batchUpdate("update inbox set head = head + ? where owner_id = ?",
				lines.entrySet().stream().map(of -> new Object[]{of.getValue().size(), of.getKey()}).toList());
		var heads = new HashMap<Long, Long>();
		jdbc.query("select owner_id, head from inbox where owner_id in (:owners)", Map.of("owners", lines.keySet()),
				row -> {
					heads.put(row.getLong(1), row.getLong(2));
				});
		batches.batchUpdate("""
				insert into entry (owner_id, position, tag, kind, conversation_id, subject_id, created_at)
				values (?, ?, ?, ?, ?, ?, ?)""", rows(lines, heads));
		return heads;
	}

	private List<Object[]> rows(SortedMap<Long, List<Tagged>> lines, Map<Long, Long> heads) {
		var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
		var rows = new ArrayList<Object[]>();
		lines.forEach((owner, own) -> {
			long position = requireNonNull(heads.get(owner), "no inbox") - own.size();
			for (var tagged : own) {
				var line = tagged.line();
				rows.add(new Object[]{owner, ++position, tagged.tag(), line.kind().stored(), line.conversation(),
						line.subject(), now});
			}
		});
		return rows;
	}
}
