package app.hark.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** For H2, where one transaction writes at a time: nobody can meet another between the inboxes that it raises. */
final class H2Ledger implements Ledger {

	/** Inboxes that one statement raises: H2 compares each row that it finds with all that are {@code any} of them. */
	private static final int AT_ONCE = 100;

	private final JdbcTemplate jdbc;
	private final JdbcClient statements;
	private final Clock clock;

	H2Ledger(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.statements = JdbcClient.create(jdbc);
		this.clock = clock;
	}

	@Override
	public Map<Long, Long> append(SortedMap<Long, List<Tagged>> lines) {
		var heads = new HashMap<Long, Long>();
		lines.entrySet().stream()
				.collect(groupingBy(of -> of.getValue().size(), TreeMap::new, mapping(Map.Entry::getKey, toList())))
				.forEach((count, owners) -> {
					for (int from = 0; from < owners.size(); from += AT_ONCE) {
						heads.putAll(raise(owners.subList(from, Math.min(from + AT_ONCE, owners.size())), count));
					}
				});
		jdbc.batchUpdate("""
				insert into entry (owner_id, position, tag, kind, conversation_id, subject_id, created_at)
				values (?, ?, ?, ?, ?, ?, ?)""", rows(lines, heads));
		return heads;
	}

	/** Almost always all get as many, which is one. */
	private Map<Long, Long> raise(List<Long> owners, int by) {
		var raised = new GeneratedKeyHolder();
		statements.sql("update inbox set head = head + ? where owner_id = any(?)").params(by, owners.toArray())
				.update(raised, "owner_id", "head");
		return raised.getKeyList().stream()
				.collect(toMap(row -> number(row, "owner_id"), row -> number(row, "head")));
	}

	private static Long number(Map<String, Object> row, String column) {
		return (Long) requireNonNull(row.get(column));
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
