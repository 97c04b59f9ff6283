package app.hark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms stand in a line, and each knows only those to its left: what each may use is written in its package-info. */
class ModulesTest {

	private final ApplicationModules rooms = ApplicationModules.of(HarkApplication.class);

	@Test
	void theRoomsAreTheNineOfTheLine() {
		assertThat(rooms.stream().map(ApplicationModule::getIdentifier))
				.extracting(Object::toString)
				.containsExactlyInAnyOrder("delivery", "people", "conversations", "messages", "groups", "search",
						"backup",
						"web", "handover");
	}

	@Test
	void noRoomKnowsOneToItsRight() {
		rooms.verify();
	}
}
