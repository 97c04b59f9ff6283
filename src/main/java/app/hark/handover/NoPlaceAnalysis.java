package app.hark.handover;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that there is no place to take, instead of with a stack trace. */
class NoPlaceAnalysis extends AbstractFailureAnalyzer<NoPlace> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, NoPlace cause) {
		return new FailureAnalysis(cause.getMessage(), cause.otherwise(), cause);
	}
}
