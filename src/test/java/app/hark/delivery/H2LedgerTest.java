package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import app.hark.drive.HarkTest;

/** What concerns very many at once, as the new name of somebody whom everybody knows. */
@HarkTest
@Tag("h2")
class H2LedgerTest {

	/** Far above those of people who sign up in other tests, and more than one statement raises. */
	private static final List<Long> OWNERS = LongStream.range(7_000_000, 7_000_250).boxed().toList();

	@Autowired Inboxes inboxes;

	@Autowired TransactionOperations transactions;

	@Test
	void everybodyHasItOnceAndNext() {
		transactions.executeWithoutResult(rollback -> {
			OWNERS.forEach(inboxes::open);
			append();
			append();
			rollback.setRollbackOnly();

			assertThat(inboxes.heads(OWNERS)).hasSize(OWNERS.size())
					.allSatisfy((_, head) -> assertThat(head).isEqualTo(2));
			assertThat(OWNERS).allSatisfy(owner -> assertThat(inboxes.after(owner, 0, 10)).extracting(Entry::position)
					.containsExactly(1L, 2L));
		});
	}

	private void append() {
		inboxes.append(OWNERS.stream().map(owner -> new Line(owner, Kind.PERSON, null, null)).toList());
	}
}
