package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
@Tag("h2")
class InboxesTest {

	@Autowired JdbcClient jdbc;

	@Test
	void aBatchCostsItsOwnEntriesAndNotAllThatAReaderHasMissed() {
		String plan = jdbc.sql("explain " + Inboxes.AFTER).params(1, 0, 100).query(String.class).single();

		assertThat(plan).contains("PRIMARY_KEY").endsWith("/* index sorted */");
	}

	@Test
	void manyStreamsAreLookedAtOneByOneAndNotEachAmongAll() {
		String plan = jdbc.sql("explain " + Inboxes.HEADS).param(new Long[]{1L, 2L}).query(String.class).single();

		assertThat(plan).contains("PRIMARY_KEY").contains("OWNER_ID = ASKED.OWNER_ID").doesNotContain("ANY");
	}
}
