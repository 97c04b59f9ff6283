package app.hark.people;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
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

	/** How many matches of a word are counted to tell rare ones from common ones; more only if all are common. */
	private static final int[] COUNT_UP_TO = {500, 20_000};

	/** People in the order in which they match best, and whether there are more of them. */
	public record Page(List<Person> people, boolean more) {

		static final Page EMPTY = new Page(List.of(), false);
	}

	private record Counted(String word, int matches) {
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
		Words.of(username, displayName).forEach(word -> rows.add(new Object[]{personId, word}));
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
		int last = from + Math.min(limit, FURTHEST - from);
		Matches matches = new Matches(jdbc, words.size() == 1 ? words : rarestFirst(words), viewerId, last + 1);
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
		String typed = query.strip().toLowerCase(Locale.ROOT);
		String username = typed.startsWith("@") ? typed.substring(1) : typed;
		if (NameRules.refuseUsername(username).isPresent()) {
			return List.of();
		}
		return jdbc.sql("select id, username, display_name from person where username = ? and id <> ?")
				.params(username, viewerId).query(Matches.PERSON).list();
	}

	private List<String> rarestFirst(List<String> words) {
		List<String> sorted = words;
		for (int limit : COUNT_UP_TO) {
			List<Counted> counted = sorted.stream().map(word -> new Counted(word, count(word, limit)))
					.sorted(comparingInt(Counted::matches).thenComparing(c -> c.word().length(), reverseOrder()))
					.toList();
			sorted = counted.stream().map(Counted::word).toList();
			if (counted.getFirst().matches() < limit) {
				break;
			}
		}
		return sorted;
	}

	private int count(String word, int limit) {
		return jdbc.sql("""
				select count(*) from (
				  select 1 as hit from person_word where word >= ? and word < ? limit ?
				) hits
				""").params(word, Matches.behind(word), limit).query(Integer.class).single();
	}
}
