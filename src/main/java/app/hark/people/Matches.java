package app.hark.people;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The SQL of one search. Its first word is read along the primary key of {@code person_word}, which is also the
 * order of the answer, so nothing is sorted and reading stops at the limit; the others are probed on {@code
 * (person_id, word)}.
 *
 * <p>Both databases must compare words character by character. H2 does unless it is told otherwise; on PostgreSQL
 * the column needs {@code collate "C"}, or neither the ranges nor the order can come from the index.
 */
final class Matches {

	/** A row of id, username and display name. */
	static final RowMapper<Person> PERSON = (row, _) -> new Person(row.getLong(1), row.getString(2), row.getString(3));

	private final JdbcClient jdbc;
	private final List<String> words;
	private final Map<String, Object> parameters = new LinkedHashMap<>();

	Matches(JdbcClient jdbc, List<String> words, long viewerId, int limit) {
		this.jdbc = jdbc;
		this.words = words;
		parameters.put("viewer", viewerId);
		parameters.put("limit", limit);
		for (int i = 0; i < words.size(); i++) {
			parameters.put("word" + i, words.get(i));
			parameters.put("behind" + i, behind(words.get(i)));
		}
	}

	/** People who have each word as it stands. */
	List<Person> whole() {
		return people(wholeSql());
	}

	/** People who have a word that begins with each word, each person at the first of their words that does. */
	List<Person> beginnings() {
		return people(beginningsSql());
	}

	Map<String, Object> parameters() {
		return parameters;
	}

	private List<Person> people(String sql) {
		return jdbc.sql(sql).params(parameters).query(PERSON).list();
	}

	String wholeSql() {
		return """
				select p.id, p.username, p.display_name
				from person_word w join person p on p.id = w.person_id
				where w.word = :word0 and w.person_id <> :viewer%s
				order by w.word, w.person_id
				limit :limit
				""".formatted(others("""

				and exists (select 1 from person_word o where o.person_id = w.person_id and o.word = :word%1$d)"""));
	}

	String beginningsSql() {
		return """
				select p.id, p.username, p.display_name
				from person_word w join person p on p.id = w.person_id
				where w.word >= :word0 and w.word < :behind0 and w.person_id <> :viewer
				and not exists (select 1 from person_word s
				  where s.person_id = w.person_id and s.word >= :word0 and s.word < w.word)%s
				order by w.word, w.person_id
				limit :limit
				""".formatted(others("""

				and exists (select 1 from person_word o
				  where o.person_id = w.person_id and o.word >= :word%1$d and o.word < :behind%1$d)"""));
	}

	private String others(String condition) {
		return IntStream.range(1, words.size()).mapToObj(condition::formatted).collect(joining());
	}

	/** The first text behind all that begin with this word: its last character's successor stands in its place. */
	static String behind(String word) {
		int last = word.codePointBefore(word.length());
		return word.substring(0, word.length() - Character.charCount(last)) + Character.toString(last + 1);
	}
}
