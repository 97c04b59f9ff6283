package app.hark.handover;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that there is no place to take, instead of with a stack trace. */
class StillThereAnalysis extends AbstractFailureAnalyzer<StillThere> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, StillThere cause) {
		return new FailureAnalysis(cause.getMessage(),
				"If it is too old to know “takeover”, end it yourself while this one waits, or restart it in the usual way.",
				cause);
	}
}
