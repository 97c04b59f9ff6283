package app.hark.drive;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class EventuallyTest {

	private final List<String> events = new ArrayList<>();

	private List<String> eventsOfNextLook() {
		var now = List.copyOf(events);
		events.add("message");
		return now;
	}

	@Test
	void waitsForTheLastOfWhatIsStillEmpty() {
		eventually(() -> assertThat(eventsOfNextLook().getLast()).isEqualTo("message"));
	}
}
