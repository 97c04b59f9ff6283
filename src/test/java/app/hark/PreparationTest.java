package app.hark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What a prepared Hark is told about its memory. */
class PreparationTest {

	private static final List<String> ON_ONE_PROCESSOR = List.of("Copy", "MarkSweepCompact");

	@Test
	void smallStepsAreForOneProcessorWithRoomForThem() {
		assertThat(Preparation.memory(ON_ONE_PROCESSOR, 2L << 30)).contains("-XX:MaxNewSize=64m");
		assertThat(Preparation.memory(ON_ONE_PROCESSOR, 128L << 20)).doesNotContain("-XX:MaxNewSize=64m");
		assertThat(Preparation.memory(List.of("G1 Young Generation"), 2L << 30)).doesNotContain("-XX:MaxNewSize=64m");
	}
}
