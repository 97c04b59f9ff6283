package app.hark.people;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import app.hark.delivery.Apart;
import app.hark.delivery.Leases;

/** A stream may stay open as long as the session it was opened with. Reads past the session store, which would touch it. */
@Component
public class SessionLeases implements Leases {

	/** Joined, as H2 would compare each row that it finds with all that are {@code any} of them. */
	static final String HOLDING = """
			select s.session_id from unnest(cast(? as character(36) array)) as asked (lease)
			join spring_session s on s.session_id = asked.lease
			where s.expiry_time > ? and s.principal_name is not null""";

	/** Leases that one statement asks for. */
	private static final int AT_ONCE = 1_000;

	private final JdbcClient jdbc;
	private final JdbcClient apart;
	private final Clock clock;

	SessionLeases(JdbcClient jdbc, @Apart JdbcClient apart, Clock clock) {
		this.jdbc = jdbc;
		this.apart = apart;
		this.clock = clock;
	}

	@Override
	public Set<String> holding(Collection<String> leases) {
		var asked = List.copyOf(leases);
		var holding = new HashSet<String>();
		for (int from = 0; from < asked.size(); from += AT_ONCE) {
			holding.addAll(apart.sql(HOLDING)
					.param(asked.subList(from, Math.min(from + AT_ONCE, asked.size())).toArray(String[]::new))
					.param(clock.millis()).query(String.class).list());
		}
		return holding;
	}

	/** Whose session it is, if there is one with this id in which somebody is signed in. */
	public Optional<SignedIn> holder(String session) {
		return jdbc.sql("""
				select p.id, p.username from spring_session s join person p on p.username = s.principal_name
				where s.session_id = ? and s.expiry_time > ?""").params(session, clock.millis())
				.query((row, _) -> new SignedIn(row.getLong(1), row.getString(2))).optional();
	}
}
