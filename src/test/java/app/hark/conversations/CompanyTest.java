package app.hark.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
@Tag("h2")
class CompanyTest {

	@Autowired JdbcClient jdbc;

	@Test
	void whenEverybodyComesTheyAreLookedForOneByOneAndNotEachAmongAll() {
		String plan = jdbc.sql("explain " + Company.TO).param(new Long[]{1L, 2L}).query(String.class).single();

		assertThat(plan).contains("PERSON_ID = ASKED.PERSON_ID").doesNotContain("ANY");
	}
}
