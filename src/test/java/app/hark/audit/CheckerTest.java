package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.audit.History.Step;
import app.hark.audit.Reading.Got;

/** Each figure of the checker can be something else than 0. Ada and Bea talk in conversation 1, Cy is a stranger. */
class CheckerTest {

	private final History history = new History();

	private final List<Stored.Message> messages = new ArrayList<>();

	private final List<Stored.Entry> adas = new ArrayList<>();

	private final List<Stored.Entry> beas = new ArrayList<>();

	private final List<Stored.Entry> cys = new ArrayList<>();

	private Reading bea;

	@BeforeEach
	void threeMessagesThatAllIsWellWith() {
		bea = history.reading("bea", 0);
		for (int i = 1; i <= 3; i++) {
			store(i, token(i));
			history.add(token(i), Step.BEGUN, "");
			history.add(token(i), Step.ACKNOWLEDGED, "303");
			bea.add(got(i, i, i, token(i)));
		}
	}

	@Test
	void nothingIsWrongWhereNothingIs() {
		history.add(new History.Seen(1, texts(1, 2, 3), texts(2, 3)));

		assertThat(check()).isEmpty();
	}

	@Test
	void lost() {
		history.add(token(4), Step.BEGUN, "");
		history.add(token(4), Step.ACKNOWLEDGED, "303");

		assertThat(check()).containsExactly(Figure.LOST);
	}

	@Test
	void whatWasLeftUnknownMayBeStoredOrNot() {
		for (int i = 4; i <= 5; i++) {
			history.add(token(i), Step.BEGUN, "");
			history.add(token(i), Step.UNKNOWN, "no answer");
		}
		store(4, token(4));
		bea.add(got(4, 4, 4, token(4)));

		assertThat(check()).isEmpty();
	}

	@Test
	void storedThoughRefused() {
		history.add(token(4), Step.BEGUN, "");
		history.add(token(4), Step.REFUSED, "422");
		store(4, token(4));
		bea.add(got(4, 4, 4, token(4)));

		assertThat(check()).containsExactly(Figure.UNEXPLAINED);
	}

	@Test
	void storedTwice() {
		store(4, token(3));
		bea.add(got(4, 4, 4, token(3)));

		assertThat(check()).containsExactly(Figure.STORED_TWICE);
	}

	@Test
	void neverShown() {
		send(4);

		assertThat(check()).containsExactly(Figure.NEVER_SHOWN);
	}

	@Test
	void whoDidNotComeBackNeedNotHaveSeenIt() {
		send(4);
		bea.end();

		assertThat(check()).isEmpty();
	}

	@Test
	void shownTwiceAndOutOfOrder() {
		bea.add(got(4, 2, 2, token(2)));

		assertThat(check()).contains(Figure.SHOWN_TWICE, Figure.OUT_OF_ORDER);
	}

	@Test
	void shownToAStranger() {
		Reading cy = history.reading("cy", 0);
		cys.add(new Stored.Entry("cy", 1, "conversation", null, Instant.now()));
		cy.add(got(1, 3, 3, token(3)));

		assertThat(check()).containsExactly(Figure.LEAKED);
	}

	@Test
	void inTheInboxOfAStranger() {
		cys.add(new Stored.Entry("cy", 1, "message", 3L, Instant.now()));

		assertThat(check()).containsExactly(Figure.LEAKED);
	}

	@Test
	void aGapInAReading() {
		send(4);
		send(5);
		bea.add(got(5, 5, 5, token(5)));

		assertThat(check()).contains(Figure.GAPS, Figure.NEVER_SHOWN);
	}

	@Test
	void aGapInAnInbox() {
		adas.remove(1);

		assertThat(check()).contains(Figure.GAPS);
	}

	@Test
	void anOpenPageThatMissesOneInTheMiddle() {
		history.add(new History.Seen(1, texts(1, 3), texts(1, 2, 3)));

		assertThat(check()).containsExactly(Figure.DIFFERENT);
	}

	@Test
	void aResetThatNothingCalledFor() {
		bea.add(Got.of(Instant.now(), "reset", "3.tag", ""));

		assertThat(check()).containsExactly(Figure.RESETS);
	}

	@Test
	void noResetThoughTheDatabaseWasPutBack() {
		history.restored(Instant.now(), Instant.now());

		assertThat(check()).containsExactly(Figure.RESETS);
	}

	@Test
	void anErrorWhileNothingWasBroken() {
		history.error("503");

		assertThat(check()).containsExactly(Figure.ERRORS);
	}

	private void send(int number) {
		history.add(token(number), Step.BEGUN, "");
		history.add(token(number), Step.ACKNOWLEDGED, "303");
		store(number, token(number));
	}

	private void store(long number, String token) {
		messages.add(new Stored.Message(number, 1, number, "ada", "text #" + token));
		adas.add(new Stored.Entry("ada", number, "message", number, Instant.now()));
		beas.add(new Stored.Entry("bea", number, "message", number, Instant.now()));
	}

	private Set<Figure> check() {
		return Checker.check(history, new Stored(messages, Map.of(1L, Set.of("ada", "bea")),
				Map.of("ada", adas, "bea", beas, "cy", cys),
				Map.of("ada", (long) messages.size(), "bea", (long) messages.size(), "cy", (long) cys.size())))
				.figures();
	}

	private static Got got(long position, long message, long seq, String token) {
		return Got.of(Instant.now(), "message", position + ".tag",
				"<article id=\"message-%d\" data-in=\"timeline-1\" data-order=\"%d\"><p>text #%s</p></article>"
						.formatted(message, seq, token));
	}

	private static List<String> texts(int... numbers) {
		return java.util.Arrays.stream(numbers).mapToObj(number -> "text #" + token(number)).toList();
	}

	private static String token(long number) {
		return "00000000-0000-4000-8000-%012d".formatted(number);
	}
}
