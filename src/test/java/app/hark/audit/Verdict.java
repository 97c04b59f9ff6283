package app.hark.audit;

import java.time.Duration;

import app.hark.audit.History.Step;

/** What a drill has come to: how much happened, and what the checker found of it. */
record Verdict(long sends, long acknowledged, long unknown, long refused, int readers, long shown, Findings findings,
		Blackouts blackouts, Duration took, String remark) {

	static Verdict of(History history, Stored stored, Duration took) {
		long shown = history.readings().stream().mapToLong(reading -> reading.entries().size()).sum();
		return new Verdict(history.count(Step.BEGUN), history.count(Step.ACKNOWLEDGED), history.count(Step.UNKNOWN),
				history.count(Step.REFUSED), history.readings().size(), shown, Checker.check(history, stored),
				Blackouts.of(history, stored), took, "");
	}

	/** With what else was measured, in words. */
	Verdict remarking(String words) {
		return new Verdict(sends, acknowledged, unknown, refused, readers, shown, findings, blackouts, took, words);
	}
}
