package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
@Tag("h2")
class SessionLeasesTest {

	@Autowired JdbcClient jdbc;

	@Test
	void theLeasesOfManyStreamsAreFoundOneByOneAndNotEachAmongAll() {
		String plan = jdbc.sql("explain " + SessionLeases.HOLDING).param(new String[]{"one", "two"}).param(0)
				.query(String.class).single();

		assertThat(plan).contains("SESSION_ID = ASKED.LEASE").doesNotContain("ANY");
	}
}
