package app.hark.search;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import app.hark.people.SignedIn;

/** The page on which one searches one's messages. */
@Controller
class SearchController {

	private final MessageSearch search;
	private final Keeping keeping;
	private final MessageSource texts;

	SearchController(MessageSearch search, Keeping keeping, MessageSource texts) {
		this.search = search;
		this.keeping = keeping;
		this.texts = texts;
	}

	/** @param before the message before which to look */
	@GetMapping("/search")
	String search(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) @Nullable Long before,
			@RequestAttribute(required = false) @Nullable String refusal, Locale locale, Model model,
			HttpServletResponse response) {
		model.addAttribute("asked", q);
		model.addAttribute("before", before);
		model.addAttribute("alert", refusal);
		if (refusal == null) {
			try {
				answer(me.id(), q, before == null ? Long.MAX_VALUE : before, model);
			} catch (Unanswerable e) {
				response.setStatus(e.status());
				model.addAttribute("alert", texts.getMessage(e.why(), locale));
			}
		}
		return "search/messages";
	}

	private void answer(long viewer, String q, long below, Model model) {
		var question = Question.of(q);
		if (question.isEmpty()) {
			return;
		}
		var finds = search.find(question, below, viewer);
		model.addAttribute("finds", finds);
		model.addAttribute("state", keeping.state().name());
		if (finds.older() != null) {
			model.addAttribute("older", UriComponentsBuilder.fromPath("/search").queryParam("q", "{q}")
					.queryParam("before", finds.older()).encode().buildAndExpand(q).toUriString());
		}
	}
}
