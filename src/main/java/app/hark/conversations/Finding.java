package app.hark.conversations;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

import app.hark.people.PeopleSearch;
import app.hark.people.Person;

/** Finds somebody to write to. Where nothing is searched for, these are the people one has not written with yet. */
@Service
public class Finding {

	private static final int PAGE = 20;

	/** Nobody turns that many pages, and a database that has to skip more works for nothing. */
	private static final int FURTHEST = 10_000;

	private final PeopleSearch search;
	private final Acquaintances acquaintances;

	Finding(PeopleSearch search, Acquaintances acquaintances) {
		this.search = search;
		this.acquaintances = acquaintances;
	}

	/**
	 * What was found.
	 *
	 * @param more the address of the next people, if there are more
	 * @param suggestions whether nothing was searched for
	 */
	public record Results(String q, List<Person> people, @Nullable String more, boolean suggestions) {

		/** Nothing was looked for. */
		Results(String q) {
			this(q, List.of(), null, false);
		}
	}

	/** @param from how many of the people found to leave out; brought into bounds */
	public Results find(long viewer, String q, int from) {
		int start = Math.clamp(from, 0, FURTHEST);
		boolean suggestions = q.isBlank();
		PeopleSearch.Page page = suggestions
				? acquaintances.notYet(viewer, start, PAGE)
				: search.find(viewer, q, start, PAGE);
		String more = UriComponentsBuilder.fromPath("/people").queryParam("q", "{q}").queryParam("from", start + PAGE)
				.encode().buildAndExpand(q).toUriString();
		return new Results(q, page.people(), page.more() ? more : null, suggestions);
	}
}
