package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class DoorbellTest {

	private static final long OWNER = 7;

	private final Doorbell doorbell = new Doorbell(new StreamProperties(Duration.ofSeconds(1), 2, Duration.ZERO,
			Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)));

	private Ear listen(long asked) {
		return doorbell.listen(OWNER, "lease", asked, () -> false);
	}

	@Test
	void whoeverWasAskedForFirstIsReplacedAlsoIfItBeganLater() {
		Ear second = listen(20);
		Ear first = listen(10);

		Ear third = listen(30);

		assertThat(first.end()).isEqualTo(End.REPLACED);
		assertThat(second.end()).isNull();
		assertThat(third.end()).isNull();
		assertThat(doorbell.open()).containsExactly(second, third);
	}

	@Test
	void whoeverWasAskedForFirstAndBeginsLastIsReplacedAtOnce() {
		Ear second = listen(Long.MIN_VALUE);
		Ear third = listen(Long.MIN_VALUE + 10);

		Ear first = listen(Long.MAX_VALUE);

		assertThat(first.end()).isEqualTo(End.REPLACED);
		assertThat(doorbell.open()).containsExactly(second, third);
	}
}
