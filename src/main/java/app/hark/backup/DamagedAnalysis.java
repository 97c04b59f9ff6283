package app.hark.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the database is not whole, instead of with a stack trace. */
class DamagedAnalysis extends AbstractFailureAnalyzer<Damaged> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, Damaged cause) {
		return new FailureAnalysis(cause.sentence(), cause.otherwise(), cause);
	}
}
