package app.hark.delivery;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that a property is missing or too much, before anything is kept in the wrong place. */
class UnusedAnalysis extends AbstractFailureAnalyzer<Unused> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, Unused cause) {
		return new FailureAnalysis(cause.getMessage(), "Add --spring.profiles.active=" + SharedDatabase.PROFILE
				+ " for a PostgreSQL, or leave out " + Unused.URL + ".", cause);
	}
}
