package app.hark.conversations;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.conversations.Finding.Results;
import app.hark.people.SignedIn;

/** Finding somebody to write to. With nothing typed, the page shows the people one has not written with yet. */
@Controller
class PeopleController {

	/** No name is longer, and the query comes back inside the page. */
	private static final int LONGEST_QUERY = 300;

	private final Finding finding;
	private final MessageSource texts;

	PeopleController(Finding finding, MessageSource texts) {
		this.finding = finding;
		this.texts = texts;
	}

	@GetMapping("/people")
	String people(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int from,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted,
			@RequestAttribute(required = false) @Nullable String refusal, Locale locale, Model model,
			HttpServletResponse response) {
		String alert = refusal;
		if (alert == null && q.length() > LONGEST_QUERY) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			alert = texts.getMessage("search.long", null, locale);
		}
		model.addAttribute("searchAlert", alert);
		if (alert != null) {
			model.addAttribute("results", new Results(q));
		} else if (scripted == null || !q.isBlank()) {
			model.addAttribute("results", finding.find(me.id(), q, from));
		}
		return scripted == null ? "conversations/people" : "conversations/results";
	}
}
