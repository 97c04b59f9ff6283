package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Searches among 100,000 people and prints times and plans. The names are those of {@code ../shared/data/people.csv},
 * forenames and surnames of one country put together anew; without that file there is nothing to measure.
 */
@Tag("benchmark")
class PeopleSearchBenchmark {

	private static final int PEOPLE = 100_000;

	private static final Path NAMES = Path.of("../shared/data/people.csv");

	private static SearchDatabase people;

	@BeforeAll
	static void fill() throws IOException {
		Assumptions.assumeTrue(Files.exists(NAMES), "needs " + NAMES);
		people = new SearchDatabase();
		Map<String, List<String[]>> countries = Files.readAllLines(NAMES).stream().skip(1).map(line -> line.split(","))
				.filter(row -> row.length == 3).collect(Collectors.groupingBy(row -> row[2]));
		List<List<String[]>> names = List.copyOf(countries.values());
		Random random = new Random(1);
		List<Object[]> persons = new ArrayList<>();
		List<Object[]> words = new ArrayList<>();
		for (long id = 1; id <= PEOPLE; id++) {
			List<String[]> country = names.get(random.nextInt(names.size()));
			String[] one = country.get(random.nextInt(country.size()));
			String[] other = country.get(random.nextInt(country.size()));
			String username = one[0].replaceAll("[.].*", "") + "." + other[0].replaceAll(".*[.]", "") + id;
			username = username.substring(Math.max(0, username.length() - 32));
			String displayName = one[1].replaceAll(" .*", "") + other[1].replaceAll("^[^ ]*", "");
			persons.add(new Object[]{id, username, displayName});
			long personId = id;
			Words.of(username, displayName).forEach(word -> words.add(new Object[]{personId, word}));
		}
		people.template.batchUpdate("insert into person (id, username, display_name) values (?, ?, ?)", persons);
		people.template.batchUpdate("insert into person_word (person_id, word) values (?, ?)", words);
		people.template.execute("analyze");
		System.out.printf("%,d people, %,d words%n", PEOPLE, words.size());
	}

	@AfterAll
	static void close() {
		if (people != null) {
			people.close();
		}
	}

	@Test
	void everySearchIsAnsweredFromTheIndex() {
		List<String> queries = List.of("a", "m", "mar", "maria", "maria lopez", "a b", "a x", "zz qq", "an ma",
				"daniel todorov",
				"山", "田", "민", "민준", "გი", "мар", "daniel.todorov", "zzzz", "a e i o u", "lopez a", "שר");
		System.out.printf("%-18s %6s %6s %9s %9s %9s%n", "query", "people", "more", "median ms", "p95 ms", "page 40");
		for (String query : queries) {
			var page = people.search.find(1, query, 0, 20);
			long[] times = measure(query, 0);
			System.out.printf("%-18s %6d %6s %9.2f %9.2f %9.2f%n", query, page.people().size(), page.more(),
					ms(times, 50), ms(times, 95), ms(measure(query, 780), 50));
			assertThat(ms(times, 50)).as(query).isLessThan(500);
		}
	}

	@Test
	void thePlanReadsTheIndexInItsOrder() {
		var template = new NamedParameterJdbcTemplate(people.template);
		for (List<String> words : List.of(List.of("a"), List.of("todorov", "daniel"), List.of("a", "b"))) {
			var matches = new Matches(people.jdbc, words, 1, 21);
			for (String sql : List.of(matches.beginningsSql(), matches.wholeSql())) {
				String plan = template.queryForObject("explain analyze " + sql, matches.parameters(), String.class);
				System.out.println("\n" + words + "\n" + plan);
				assertThat(plan).contains("/* index sorted */").doesNotContain("tableScan");
			}
		}
	}

	private static long[] measure(String query, int from) {
		long[] times = new long[60];
		for (int round = -20; round < times.length; round++) {
			long start = System.nanoTime();
			people.search.find(1, query, from, 20);
			if (round >= 0) {
				times[round] = System.nanoTime() - start;
			}
		}
		Arrays.sort(times);
		return times;
	}

	private static double ms(long[] sorted, int percent) {
		return sorted[sorted.length * percent / 100] / 1e6;
	}
}
