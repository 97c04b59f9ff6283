package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written without being read, and when the inbox has to be read after all. */
class HeardTest {

	private final Heard heard = new Heard();

	@BeforeEach
	void hasReadAndWrittenFive() {
		assertThat(heard.take()).as("what nobody has rung for before it began").isEmpty();
		heard.wrote(5);
	}

	@Test
	void whatFollowsIsNotRead() {
		ring(6);
		ring(7, 8);

		assertThat(heard.take()).hasValue(entries(6, 7, 8));
		assertThat(heard.isNews()).isFalse();
	}

	@Test
	void ringsThatOvertakeEachOtherArePutInOrder() {
		ring(7);
		ring(6);

		assertThat(heard.take()).hasValue(entries(6, 7));
	}

	/** Another node has committed the one between, or its ring is still on its way. */
	@Test
	void whereOneIsMissingTheInboxIsRead() {
		ring(7);

		assertThat(heard.take()).isEmpty();
	}

	@Test
	void whatWasReadBeforeItWasRungForIsNotWrittenTwice() {
		heard.wrote(7);
		ring(6);
		ring(7);
		ring(8);

		assertThat(heard.take()).hasValue(entries(8));
	}

	@Test
	void aLookIsMoreThanARing() {
		ring(6);
		heard.look();
		ring(7);

		assertThat(heard.take()).isEmpty();
		assertThat(heard.take()).as("after it was read").hasValue(List.of());
	}

	@Test
	void whoeverIsFarBehindReadsAndKeepsNothing() {
		for (long position = 6; position < 1_000; position++) {
			ring(position);
		}

		assertThat(heard.take()).isEmpty();
		assertThat(heard.isDurable(999)).isTrue();
		assertThat(heard.isDurable(1_000)).isFalse();
	}

	private void ring(long... positions) {
		heard.ring(entries(positions));
	}

	private static List<Entry> entries(long... positions) {
		return LongStream.of(positions).mapToObj(position -> new Entry(position, "tag", Kind.MESSAGE, 1L, position))
				.toList();
	}
}
