package app.hark.drive;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says in one line why browser tests are skipped and how to get the browser. */
final class BrowserIsInstalled implements ExecutionCondition {

	private static final AtomicBoolean TOLD = new AtomicBoolean();

	private static final String ABSENT = "Chromium is not installed, so browser tests are skipped"
			+ " (Debian: apt install chromium chromium-driver)";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Chromium.isInstalled()) {
			return ConditionEvaluationResult.enabled("Chromium is installed");
		}
		if ("true".equals(System.getenv("HARK_REQUIRE_BROWSER"))) {
			throw new IllegalStateException("HARK_REQUIRE_BROWSER=true, but there is no " + Chromium.BINARY + " with "
					+ Chromium.DRIVER + " (Debian: apt install chromium chromium-driver)");
		}
		if (TOLD.compareAndSet(false, true)) {
			System.err.println(ABSENT);
		}
		return ConditionEvaluationResult.disabled(ABSENT);
	}
}
