package app.hark.drive;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says in one line which tests are skipped where no PostgreSQL can be started, and what would help. */
final class PostgresIsThere implements ExecutionCondition {

	private static final AtomicBoolean TOLD = new AtomicBoolean();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		boolean asked = "postgres".equals(System.getProperty("spring.profiles.active"))
				|| context.getRequiredTestClass().isAnnotationPresent(PostgresTest.class);
		if (!asked) {
			return ConditionEvaluationResult.enabled("it is not about PostgreSQL");
		}
		try {
			return ConditionEvaluationResult.enabled("PostgreSQL runs on port " + Postgres.shared().port());
		} catch (IllegalStateException absent) {
			if ("true".equals(System.getenv("HARK_REQUIRE_POSTGRES"))) {
				throw absent;
			}
			if (TOLD.compareAndSet(false, true)) {
				System.err.println(
						"No PostgreSQL can be started here, so no test is run on one (Debian: apt install postgresql): "
								+ absent.getCause());
			}
			return ConditionEvaluationResult.disabled("there is no PostgreSQL");
		}
	}
}
