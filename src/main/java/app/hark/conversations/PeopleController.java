package app.hark.conversations;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import app.hark.people.PeopleSearch;
import app.hark.people.Person;
import app.hark.people.SignedIn;

/** Finding somebody to write to. With nothing typed, these are the people one has not written with yet. */
@Controller
class PeopleController {

	private static final int PAGE = 20;

	private final PeopleSearch search;
	private final Acquaintances acquaintances;

	PeopleController(PeopleSearch search, Acquaintances acquaintances) {
		this.search = search;
		this.acquaintances = acquaintances;
	}

	/**
	 * What was found.
	 *
	 * @param more the address of the next people, if there are more
	 * @param suggestions whether nothing was searched for
	 */
	record Results(String q, List<Person> people, @Nullable String more, boolean suggestions) {
	}

	@GetMapping("/people")
	String page(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int from, Model model) {
		model.addAttribute("results", find(me, q, Math.clamp(from, 0, 100_000)));
		return "conversations/people";
	}

	@GetMapping(path = "/people", headers = "HX-Request")
	String fragment(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int from, Model model) {
		model.addAttribute("results", q.isBlank() ? null : find(me, q, Math.clamp(from, 0, 100_000)));
		return "conversations/results :: results";
	}

	private Results find(SignedIn me, String q, int from) {
		boolean suggestions = q.isBlank();
		PeopleSearch.Page page = suggestions
				? acquaintances.notYet(me.id(), from, PAGE)
				: search.find(me.id(), q, from, PAGE);
		String more = UriComponentsBuilder.fromPath("/people").queryParam("q", "{q}").queryParam("from", from + PAGE)
				.encode().buildAndExpand(q).toUriString();
		return new Results(q, page.people(), page.more() ? more : null, suggestions);
	}
}
