package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

@HarkTest
class PruningTest {

	private final long owner = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41);

	@Autowired Inboxes inboxes;

	@Autowired Delivery delivery;

	@Autowired Pruning pruning;

	@Autowired JdbcClient jdbc;

	@Autowired Clock clock;

	@BeforeEach
	void anInboxWithFiveEntriesOfWhichThreeAreTooOld() {
		inboxes.open(owner);
		for (int i = 0; i < 5; i++) {
			delivery.commit(log -> {
				log.append(List.of(owner), Kind.CONVERSATION, 1L, null);
				return owner;
			});
		}
		var old = OffsetDateTime.ofInstant(clock.instant().minus(Pruning.KEPT).minus(Duration.ofHours(1)),
				ZoneOffset.UTC);
		assertThat(jdbc.sql("update entry set created_at = ? where owner_id = ? and position <= 3").params(old, owner)
				.update()).isEqualTo(3);
	}

	@Test
	void aCursorFromBeforeTheFloorHasToLoadItsPageAgain() {
		Cursor beginning = cursorAt(0);
		Cursor second = cursorAt(2);
		assertThat(inboxes.resume(owner, Optional.of(second))).hasValue(2);

		assertThat(pruning.prune()).isPositive();

		assertThat(inboxes.resume(owner, Optional.of(beginning))).isEmpty();
		assertThat(inboxes.resume(owner, Optional.of(second))).isEmpty();
	}

	@Test
	void aCursorAtTheFloorMissesNothingAndResumes() {
		Cursor third = cursorAt(3);

		pruning.prune();

		assertThat(inboxes.resume(owner, Optional.of(third))).hasValue(3);
		assertThat(inboxes.after(owner, 3, 10)).extracting(Entry::position).containsExactly(4L, 5L);
	}

	@Test
	void anInboxWhoseEntriesAreAllOldKeepsItsPlaceAndItsPageStillResumes() {
		jdbc.sql("update entry set created_at = ? where owner_id = ?")
				.params(OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(90)), ZoneOffset.UTC), owner)
				.update();
		Cursor end = inboxes.end(owner);

		pruning.prune();

		assertThat(inboxes.end(owner)).isEqualTo(end);
		assertThat(inboxes.resume(owner, Optional.of(end))).hasValue(5);
	}

	@Test
	void aCursorFromALogThatWasCutBackIsRecognised() {
		Cursor fifth = cursorAt(5);
		jdbc.sql("delete from entry where owner_id = ? and position > 3").param(owner).update();
		jdbc.sql("update inbox set head = 3 where owner_id = ?").param(owner).update();
		assertThat(inboxes.resume(owner, Optional.of(fifth))).as("ahead of the log").isEmpty();

		for (int i = 0; i < 3; i++) {
			delivery.commit(log -> {
				log.append(List.of(owner), Kind.CONVERSATION, 1L, null);
				return owner;
			});
		}

		assertThat(inboxes.resume(owner, Optional.of(fifth))).as("the position is another entry's now").isEmpty();
	}

	private Cursor cursorAt(long position) {
		return position == 0
				? new Cursor(0,
						jdbc.sql("select epoch from inbox where owner_id = ?").param(owner).query(String.class)
								.single())
				: inboxes.after(owner, position - 1, 1).getFirst().cursor();
	}
}
