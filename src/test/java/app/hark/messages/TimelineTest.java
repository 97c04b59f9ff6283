package app.hark.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
@Tag("h2")
class TimelineTest {

	@Autowired JdbcClient jdbc;

	@Test
	void aPageCostsItsOwnMessagesAndNotTheWholeConversation() {
		String plan = jdbc.sql("explain " + Timeline.NEWEST_FIRST).param("conversation", 1)
				.param("below", Long.MAX_VALUE).param("page", Timeline.PAGE).param("viewer", 1)
				.query(String.class).single();

		assertThat(plan).contains("MESSAGE_SEQ").endsWith("/* index sorted */");
	}
}
