package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import app.hark.drive.BrowsersAreUsed;
import app.hark.drive.PackagedTest;

/** The audit can fail: each mutation of Hark is noticed by each drill that is there to notice it: {@code mvn verify -Pchecker}. */
@PackagedTest
@BrowsersAreUsed
class CheckerProof {

	static Stream<Arguments> mutations() {
		return Stream.of(arguments(Mutation.NO_BARRIER, new Kills(), Set.of(Figure.LOST)),
				arguments(Mutation.POSITIONS_FROM_A_SEQUENCE, new Kills(), Set.of(Figure.RESETS, Figure.GAPS)),
				arguments(Mutation.POSITIONS_FROM_A_SEQUENCE, new FirstContacts(), Set.of(Figure.RESETS, Figure.GAPS)),
				arguments(Mutation.INBOXES_IN_NO_ORDER, new FirstContacts(), Set.of(Figure.ERRORS)),
				arguments(Mutation.NO_DEDUPLICATION, new FirstContacts(), Set.of(Figure.STORED_TWICE)),
				arguments(Mutation.NO_DEDUPLICATION, new BrokenLinks(), Set.of(Figure.STORED_TWICE)),
				arguments(Mutation.LAST_EVENT_ID_IGNORED, new Kills(), Set.of(Figure.NEVER_SHOWN, Figure.GAPS)),
				arguments(Mutation.LAST_EVENT_ID_IGNORED, new BrokenLinks(), Set.of(Figure.NEVER_SHOWN, Figure.GAPS)),
				arguments(Mutation.LAST_EVENT_ID_IGNORED, ManyReaders.plannedRestart(),
						Set.of(Figure.NEVER_SHOWN, Figure.GAPS)));
	}

	@ParameterizedTest(name = "{0} by {1}")
	@MethodSource("mutations")
	void isNoticed(Mutation mutation, Drill drill, Set<Figure> figures) throws Exception {
		Findings findings = drill.run(mutation, Scale.SHORT).findings();

		System.out.println("With " + mutation.words + ", \"" + drill.title(Scale.SHORT) + "\" notices:\n" + findings);
		assertThat(findings.figures()).as("%s", findings).containsAnyElementsOf(figures);
	}
}
