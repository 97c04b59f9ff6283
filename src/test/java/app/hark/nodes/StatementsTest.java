package app.hark.nodes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every statement of Hark, and whether it stays within one shard if people and conversations are spread over several databases.
 * Those that do not are named in {@code across-shards.txt} by their class, with the reason.
 */
class StatementsTest {

	/** For each table its shard key. The others, people above all, would be copied to every shard. */
	private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("inbox", "owner_id"),
			Map.entry("entry", "owner_id"), Map.entry("arrival", "owner_id"), Map.entry("person_word", "person_id"),
			Map.entry("remembered_sign_in", "series"), Map.entry("conversation", "id"),
			Map.entry("participant", "conversation_id"), Map.entry("former_stay", "conversation_id"),
			Map.entry("message", "conversation_id"), Map.entry("reaction", "message_id"), Map.entry("bucket", "id"),
			Map.entry("spring_session", "session_id"));

	private static final Pattern TEXT = Pattern.compile("\"\"\"\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
			Pattern.DOTALL);

	private static final Pattern STATEMENT = Pattern
			.compile("(select|insert|update|delete|with|merge) .*\\b(from|into|update|join) .*|update \\w+ set .*");

	private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update) ([a-z_]+)");

	/** Many that are asked for at once, by the name that they have in the statement. */
	private static final Pattern MANY = Pattern.compile("unnest\\(.*?array\\)\\) as (\\w+)");

	/** @param where the class that has it */
	private record Statement(String where, String sql) {

		/** The tables of which it may meet more than one shard. */
		Set<String> across() {
			Set<String> tables = new TreeSet<>();
			Matcher table = TABLE.matcher(sql);
			while (table.find()) {
				String key = KEYS.get(table.group(1));
				if (key != null && !isPinned(table.group(1), key)) {
					tables.add(table.group(1));
				}
			}
			return tables;
		}

		/** By a value, or by a table that is: that one would be found wanting itself. Many values are in many shards. */
		private boolean isPinned(String table, String key) {
			Matcher many = MANY.matcher(sql);
			String one = many.find() ? "(?!" + many.group(1) + "\\.)" : "";
			return sql.matches(".*insert into " + table + " \\([^)]*\\b" + key + "\\b.*")
					|| sql.matches(".*\\b" + key + " = " + one + "(\\?|:\\w+|\\w+\\.\\w+).*")
					|| sql.matches(".*\\b" + key + " = any \\(.*");
		}
	}

	@Test
	void eachStaysWithinOneShardOrIsNamedWithAReason() throws IOException {
		List<Statement> all = statements();
		Map<String, String> named = exceptions();
		Map<String, List<Statement>> across = all.stream().filter(statement -> !statement.across().isEmpty())
				.collect(groupingBy(Statement::where));

		Files.write(Path.of("target", "statements.txt"),
				all.stream().map(one -> one.where() + "\t" + one.across() + "\t" + one.sql()).sorted().toList());
		assertThat(all).as("statements that were found").hasSizeGreaterThan(100);
		assertThat(across.keySet()).as("%s", across).isSubsetOf(named.keySet());
		assertThat(named.keySet()).as("named, and no longer true").isSubsetOf(across.keySet());
		assertThat(named.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
	}

	private static Map<String, String> exceptions() throws IOException {
		return Files.readAllLines(Path.of("src", "test", "resources", "across-shards.txt")).stream()
				.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(": ", 2))
				.collect(toMap(line -> line[0], line -> line[1]));
	}

	private static List<Statement> statements() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
			return sources.filter(file -> file.toString().endsWith(".java")).flatMap(file -> in(file).stream())
					.toList();
		}
	}

	private static List<Statement> in(Path source) {
		try {
			List<Statement> found = new ArrayList<>();
			Matcher text = TEXT.matcher(Files.readString(source));
			while (text.find()) {
				String sql = (text.group(1) != null ? text.group(1) : text.group(2)).replaceAll("\\s+", " ").strip()
						.toLowerCase(Locale.ROOT);
				if (STATEMENT.matcher(sql).matches()) {
					found.add(new Statement(source.getFileName().toString().replace(".java", ""), sql));
				}
			}
			return found;
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}
}
