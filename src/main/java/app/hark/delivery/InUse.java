package app.hark.delivery;

import java.sql.SQLException;

import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the data folder is in use, instead of with the stack trace of a database. */
class InUse extends AbstractFailureAnalyzer<SQLException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
				? new FailureAnalysis("Another Hark is running on the same data folder.",
						"Stop the other one first, or start this one with --hark.data=ANOTHER_FOLDER.", cause)
				: null;
	}
}
