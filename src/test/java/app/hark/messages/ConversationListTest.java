package app.hark.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

/** How the database finds a list, and one line of it, which every send and every event asks for. */
@HarkTest
@Tag("h2")
class ConversationListTest {

	@Autowired JdbcClient jdbc;

	@Test
	void aLineCostsItsOwnConversationAndNotAllThatItsViewerIsIn() {
		String plan = jdbc.sql("explain " + ConversationList.LINE).param("viewer", 1).param("conversation", 1)
				.query(String.class).single();

		assertThat(plan).containsPattern(
				"PARTICIPANT\" \"P\"\\s+/\\* PUBLIC\\.\\w+: \\w+_ID = \\?\\d+\\s+AND \\w+_ID = \\?\\d+\\s+\\*/");
	}

	@Test
	void theListGoesThroughItsViewersConversationsAndNotThroughAll() {
		String plan = jdbc.sql("explain " + ConversationList.ITEMS).param("viewer", 1).param("longest", 1)
				.query(String.class).single();

		assertThat(plan).contains("PERSON_ID = ?1").doesNotContain("tableScan");
	}
}
