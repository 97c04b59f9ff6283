package app.hark.people;

import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds people by the beginnings of the words of their names, fast enough to ask at every key press.
 *
 * <p>An index of words in alphabetical order gives the matches of one word already sorted, those that are the whole
 * word first. So a query reads along that index for its rarest word, looks up the others for each person met, and
 * stops when a page is full: what it costs depends on the page, not on the number of accounts.
 */
@Repository
public class PeopleSearch {

	/** Nobody reads further than this; it bounds what a link with a made-up position can cost. */
	static final int FURTHEST = 1_000;

	/** Up to here the matches of a word are counted, to tell a rare word from a common one. */
	private static final int COUNTED = 500;

	/** People in the order in which they match best, and whether there are more of them. */
	public record Page(List<Person> people, boolean more) {

		static final Page EMPTY = new Page(List.of(), false);
	}

	private final JdbcClient jdbc;
	private final JdbcTemplate batches;

	PeopleSearch(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Replaces the words that find this person; belongs into the transaction that makes or renames the person. */
	public void index(long personId, String username, String displayName) {
		jdbc.sql("delete from person_word where person_id = ?").param(personId).update();
		List<Object[]> rows = new ArrayList<>();
		Words.of(username, displayName).forEach(word -> rows.add(new Object[] { personId, word }));
		batches.batchUpdate("insert into person_word (person_id, word) values (?, ?)", rows);
	}

	/**
	 * People of whom every word of the query begins some word of the name or username, in any order. First comes the
	 * one with exactly this username, then those who have all the words as they stand, then the others by the
	 * alphabet.
	 *
	 * @param viewerId who asks, and is not offered
	 * @param query as typed; an {@code @} before it is ignored, no character has a special meaning, and no more than
	 *     {@value Words#MOST} words of {@value Words#LONGEST} characters count
	 * @param from how many people to skip; beyond {@value #FURTHEST} there are none
	 * @param limit how many people to give at most
	 */
	public Page find(long viewerId, String query, int from, int limit) {
		List<String> words = List.copyOf(Words.ofQuery(query));
		if (words.isEmpty() || from < 0 || from >= FURTHEST || limit <= 0) {
			return Page.EMPTY;
		}
		int last = Math.min(from + limit, FURTHEST);
		Matches matches = new Matches(jdbc, rarestFirst(words), viewerId, last + 1);
		Map<Long, Person> found = new LinkedHashMap<>();
		exactly(viewerId, query).forEach(person -> found.put(person.id(), person));
		if (words.size() > 1) {
			matches.whole().forEach(person -> found.put(person.id(), person));
		}
		if (found.size() <= last) {
			matches.beginnings().forEach(person -> found.put(person.id(), person));
		}
		List<Person> people = List.copyOf(found.values());
		return new Page(people.subList(Math.min(from, people.size()), Math.min(last, people.size())),
				people.size() > last && last < FURTHEST);
	}

	private List<Person> exactly(long viewerId, String query) {
		String username = query.strip().toLowerCase(Locale.ROOT);
		return jdbc.sql("select id, username, display_name from person where username = ? and id <> ?")
				.params(username.startsWith("@") ? username.substring(1) : username, viewerId)
				.query(Person.class).list();
	}

	private List<String> rarestFirst(List<String> words) {
		if (words.size() == 1) {
			return words;
		}
		Map<String, Integer> matches = new HashMap<>();
		words.forEach(word -> matches.put(word, count(word)));
		var rarest = Comparator.<String>comparingInt(matches::get).thenComparing(String::length, reverseOrder());
		return words.stream().sorted(rarest).toList();
	}

	private int count(String word) {
		return jdbc.sql("""
				select count(*) from (
				  select 1 as hit from person_word where word >= ? and word < ? limit %d
				) hits
				""".formatted(COUNTED)).params(word, Matches.behind(word)).query(Integer.class).single();
	}
}
