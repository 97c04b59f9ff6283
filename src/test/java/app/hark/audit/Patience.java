package app.hark.audit;

import java.time.Duration;

import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;

import app.hark.drive.Eventually;

/** Waiting for what ought to come about, without insisting: who does not get there is found by the checker. */
final class Patience {

	private Patience() {
	}

	static void await(Duration atMost, ThrowingRunnable assertion) {
		try {
			Eventually.eventually(atMost, assertion);
		} catch (ConditionTimeoutException _) {
			// what is missing is a finding, and not the end of the drill
		}
	}
}
