package app.hark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The page about security stays true: its counts are those of its lines, and each test that it names is there. */
class SecurityDocsTest {

	private static final List<String> VERDICTS = List.of("Tested", "Holds", "Not done", "Does not apply");
	private static final Pattern LINE = Pattern.compile(
			"^\\| ((?:\\d+\\.\\d+\\.\\d+ )+)\\| ([12]) \\| .+ \\| (.+) \\|$",
			Pattern.MULTILINE);
	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

	@Test
	void everyRequirementStandsOnceAndTheCountsAreThoseOfTheLines() throws IOException {
		var lines = lines();
		assertThat(lines.stream().flatMap(line -> numbers(line).stream())).doesNotHaveDuplicates();
		for (String verdict : VERDICTS) {
			var row = Pattern.compile("^\\| " + verdict + "[^|]*\\| (\\d+) \\| (\\d+) \\|$", Pattern.MULTILINE)
					.matcher(page());
			assertThat(row.find()).as(verdict).isTrue();
			assertThat(List.of(row.group(1), row.group(2))).as(verdict)
					.containsExactly(count(lines, verdict, "1"), count(lines, verdict, "2"));
		}
		assertThat(count(lines, "", "1")).isEqualTo("70");
		assertThat(count(lines, "", "2")).isEqualTo("183");
	}

	@Test
	void everyLineSaysHowItIsAndWhatIsTestedNamesItsTest() throws IOException {
		assertThat(lines()).isNotEmpty().allSatisfy(line -> {
			assertThat(VERDICTS).as(line.group()).anyMatch(line.group(3)::startsWith);
			assertThat(line.group(3).startsWith("Tested: ")).as(line.group()).isEqualTo(
					line.group(3).startsWith("Tested") && TEST.matcher(line.group(3)).find());
		});
	}

	@Test
	void everyTestThatIsNamedIsThere() throws IOException {
		Map<String, String> tests;
		try (var files = Files.walk(Path.of("src/test/java"))) {
			tests = files.filter(file -> file.toString().endsWith(".java"))
					.collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""),
							SecurityDocsTest::read, String::concat));
		}
		var named = TEST.matcher(page()).results().toList();
		assertThat(named).hasSizeGreaterThan(100);
		assertThat(named).filteredOn(
				test -> !tests.getOrDefault(test.group(1), "").contains("\tvoid " + test.group(2) + "("))
				.extracting(MatchResult::group).isEmpty();
	}

	@Test
	void theReadmeCountsAsThePageDoes() throws IOException {
		var lines = lines();
		long applies = 253 - Long.parseLong(count(lines, "Does not apply", "1"))
				- Long.parseLong(count(lines, "Does not apply", "2"));
		long tested = Long.parseLong(count(lines, "Tested", "1")) + Long.parseLong(count(lines, "Tested", "2"));
		assertThat(read(Path.of("README.md")).replaceAll("\\s+", " "))
				.contains("(SECURITY.md)", applies + " of its 253 requirements", tested + " are tested");
	}

	private static String count(List<MatchResult> lines, String verdict, String level) {
		return String.valueOf(lines.stream().filter(line -> line.group(2).equals(level))
				.filter(line -> line.group(3).startsWith(verdict)).mapToLong(line -> numbers(line).size()).sum());
	}

	private static List<String> numbers(MatchResult line) {
		return List.of(line.group(1).strip().split(" "));
	}

	private static List<MatchResult> lines() {
		return LINE.matcher(page()).results().toList();
	}

	private static String page() {
		return read(Path.of("SECURITY.md"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
