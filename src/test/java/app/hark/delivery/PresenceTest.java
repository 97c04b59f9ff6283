package app.hark.delivery;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** How often everybody is asked to look who is here. */
class PresenceTest {

	private final Doorbell doorbell = new Doorbell(
			new StreamProperties(Duration.ofSeconds(15), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO,
					Duration.ofSeconds(15)));

	/** Whom the last telling was about. */
	private final Set<Long> told = new HashSet<>();

	/** Whether the database does. */
	private boolean answers = true;

	@Test
	void whereFewLookEachOneWhoComesIsToldAtOnce() {
		List<Ear> few = streams(2);
		Presence presence = presence(few);

		presence.came(1_001);
		presence.tell();
		assertThat(few).allMatch(PresenceTest::isTold);
		presence.came(1_002);
		eventually(() -> {
			presence.tell();
			assertThat(few).allMatch(PresenceTest::isTold);
		});
	}

	@Test
	void whereManyLookThoseWhoComeTogetherAreToldOnceAndNobodyIsForgotten() {
		List<Ear> many = streams(300);
		Presence presence = presence(many);
		presence.came(1_001);
		presence.tell();
		assertThat(many).allMatch(PresenceTest::isTold);

		for (long next = 1_002; next < 1_010; next++) {
			presence.came(next);
			presence.tell();
		}
		assertThat(many).as("told again for each of them").noneMatch(PresenceTest::isTold);
		eventually(() -> {
			presence.tell();
			assertThat(many).allMatch(PresenceTest::isTold);
		});
	}

	/** As when a node ends and all its readers come back to the others: everybody would look, and see what they saw before. */
	@Test
	void nobodyLooksForWhoMovesFromOneNodeToAnother() {
		List<Ear> few = streams(2);
		Presence presence = presence(few);
		presence.heard("other", Topic.HERE, List.of(1_001L));
		presence.tell();
		assertThat(few).as("that somebody came").allMatch(PresenceTest::isTold);

		presence.came(1_001);
		presence.heard("other", Topic.GONE, List.of(1_001L));
		presence.heard("third", Topic.HERE, List.of(1_001L));
		presence.changed(1_002);
		eventually(() -> {
			presence.tell();
			assertThat(presence.isHere(1_001)).isTrue();
			assertThat(told).as("of whom they were told").contains(1_002L).doesNotContain(1_001L);
		});
	}

	@Test
	void whoeverComesWhileTheDatabaseDoesNotAnswerIsToldLater() {
		List<Ear> few = streams(2);
		Presence presence = presence(few);
		answers = false;
		presence.came(1_001);
		assertThatThrownBy(presence::tell).isInstanceOf(QueryTimeoutException.class);
		answers = true;

		presence.tell();
		assertThat(few).allMatch(PresenceTest::isTold);
		assertThat(told).containsExactly(1_001L);
	}

	private Presence presence(List<Ear> looking) {
		Set<Long> owners = looking.stream().map(ear -> ear.owner).collect(Collectors.toSet());
		return new Presence(new Whispers(doorbell, Nodes.none()), people -> {
			if (!answers) {
				throw new QueryTimeoutException("it does not answer");
			}
			told.clear();
			told.addAll(people);
			return owners;
		}, Nodes.none());
	}

	private List<Ear> streams(int count) {
		List<Ear> streams = LongStream.rangeClosed(1, count)
				.mapToObj(owner -> doorbell.listen(owner, "lease", System.nanoTime(), () -> false))
				.toList();
		streams.forEach(Ear::whispers);
		return streams;
	}

	/** Uses up what it was told. */
	private static boolean isTold(Ear ear) {
		return ear.whispers().contains(Whisper.PRESENCE);
	}
}
