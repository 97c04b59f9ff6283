package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;

/** When a session is worth writing: every request uses one. */
class SparingSessionTest {

	private static final Instant BEFORE = Instant.parse("2026-11-29T10:00:00Z");

	@Test
	void thatItWasUsedIsWrittenOnceAMinute() {
		assertThat(isChangedWhenUsedAfter(Duration.ofSeconds(59), Duration.ofDays(1))).isFalse();
		assertThat(isChangedWhenUsedAfter(Duration.ofSeconds(60), Duration.ofDays(1))).isTrue();
	}

	@Test
	void oneThatSoonEndsIsWrittenMoreOften() {
		assertThat(isChangedWhenUsedAfter(Duration.ofSeconds(19), Duration.ofMinutes(10))).isFalse();
		assertThat(isChangedWhenUsedAfter(Duration.ofSeconds(20), Duration.ofMinutes(10))).isTrue();
	}

	/** Else one that is used all the time would end as if it were not. */
	@Test
	void whatIsUsedAllTheTimeIsWrittenAsWell() {
		var session = stored(Duration.ofDays(1));

		session.setLastAccessedTime(BEFORE.plusSeconds(40));
		session.setLastAccessedTime(BEFORE.plusSeconds(80));

		assertThat(session.isChanged()).isTrue();
	}

	private static boolean isChangedWhenUsedAfter(Duration pause, Duration lasts) {
		var session = stored(lasts);
		session.setLastAccessedTime(BEFORE.plus(pause));
		return session.isChanged();
	}

	private static SparingSession<MapSession> stored(Duration lasts) {
		var stored = new MapSession();
		stored.setMaxInactiveInterval(lasts);
		stored.setLastAccessedTime(BEFORE);
		return new SparingSession<>(stored, false);
	}
}
