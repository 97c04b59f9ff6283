package app.hark.people;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import app.hark.delivery.Leases;

/** A stream may stay open as long as the session it was opened with. Reads past the session store, which would touch it. */
@Component
class SessionLeases implements Leases {

	private final JdbcClient jdbc;
	private final Clock clock;

	SessionLeases(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Set<String> holding(Collection<String> leases) {
		return new HashSet<>(jdbc.sql("""
				select session_id from spring_session
				where session_id in (:leases) and expiry_time > :now and principal_name is not null""")
				.param("leases", leases).param("now", clock.millis()).query(String.class).list());
	}
}
