package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SnapshotsTest {

	private static final Cursor END = new Cursor(7, "abcdefgh");

	private final Snapshots snapshots = new Snapshots();

	private final AtomicInteger reads = new AtomicInteger();

	@Test
	void isReadOnceWhileNothingHasComeToTheInbox() {
		assertThat(look(1, END, "list")).isEqualTo(1);
		assertThat(look(1, new Cursor(7, "abcdefgh"), "list")).isEqualTo(1);
	}

	@Test
	void isReadAgainWhenSomethingHasCome() {
		look(1, END, "list");

		assertThat(look(1, new Cursor(8, "abcdefgh"), "list")).isEqualTo(2);
	}

	/** As after a copy was put in place by hand: the same position in another history. */
	@Test
	void isReadAgainWhereTheInboxHasAnotherHistory() {
		look(1, END, "list");

		assertThat(look(1, new Cursor(7, "hgfedcba"), "list")).isEqualTo(2);
	}

	@Test
	void isNobodyElsesAndNothingElse() {
		look(1, END, "list");

		assertThat(look(2, END, "list")).isEqualTo(2);
		assertThat(look(1, END, "chat")).isEqualTo(3);
	}

	private int look(long viewer, Cursor end, String what) {
		return snapshots.of(viewer, end, what, _ -> 1, reads::incrementAndGet);
	}
}
