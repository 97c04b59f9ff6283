package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import app.hark.drive.Here;

/** What the audit has come to, as a table for the README: with date, machine and commit. */
final class Report {

	private final Path file;

	private final List<String> rows = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	/** @param name of the file in the folder where the build keeps what it makes */
	Report(String name) {
		this.file = Path.of("target", name);
	}

	void add(String title, Verdict verdict) {
		Findings findings = verdict.findings();
		rows.add("| %s | %,d | %,d | %,d | %d | %d | %d | %d | %d | %d | %d | %s |".formatted(title,
				verdict.acknowledged(), verdict.readers(), verdict.shown(),
				findings.count(Figure.LOST) + findings.count(Figure.UNEXPLAINED), findings.count(Figure.STORED_TWICE),
				findings.count(Figure.NEVER_SHOWN),
				findings.count(Figure.SHOWN_TWICE) + findings.count(Figure.OUT_OF_ORDER), findings.count(Figure.LEAKED),
				findings.count(Figure.GAPS), findings.count(Figure.DIFFERENT), blackouts(verdict.blackouts())));
		if (!verdict.remark().isEmpty()) {
			remarks.add("- " + title + ": " + verdict.remark() + ".");
		}
	}

	/** Writes it to the file and to the console. */
	void print() {
		String text = """
				%s. Each zero is what must be.

				| What was broken | sends acknowledged | readers | events shown | lost | stored twice | never shown | shown twice, out of order | leaked | gaps | page unlike a fresh one | blackout p50 / p99 / max, s |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
				%s

				%s
				"""
				.formatted(Here.andNow(), String.join("\n", rows), String.join("\n", remarks));
		System.out.println(text);
		try {
			Files.writeString(file, text);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}

	private static String blackouts(Blackouts blackouts) {
		return blackouts.all().isEmpty() ? "–"
				: "%.1f / %.1f / %.1f".formatted(seconds(blackouts.percentile(.5)), seconds(blackouts.percentile(.99)),
						seconds(blackouts.percentile(1)));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1e3;
	}
}
