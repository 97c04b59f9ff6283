package app.hark.conversations;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.people.SignedIn;

/** Finding somebody to write to. With nothing typed, these are the people one has not written with yet. */
@Controller
class PeopleController {

	private final Finding finding;

	PeopleController(Finding finding) {
		this.finding = finding;
	}

	@GetMapping("/people")
	String page(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int from, Model model) {
		model.addAttribute("results", finding.find(me.id(), q, from));
		return "conversations/people";
	}

	@GetMapping(path = "/people", headers = "HX-Request")
	String fragment(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int from, Model model) {
		model.addAttribute("results", q.isBlank() ? null : finding.find(me.id(), q, from));
		return "conversations/results";
	}
}
