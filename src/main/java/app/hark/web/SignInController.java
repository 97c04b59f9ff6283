package app.hark.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.people.SignedIn;

/** The sign-in page; the signing in itself is Spring Security's. */
@Controller
class SignInController {

	/** What the form holds, as it was typed. */
	public record SignIn(@Nullable String username, @Nullable String password, @Nullable Boolean rememberMe) {

		/** Without the password, so that no log line ever holds it. */
		@Override
		public String toString() {
			return "SignIn[]";
		}
	}

	/**
	 * @param next where to go afterwards
	 * @param draft what was being written when the session ended; only from a refusal, never from a link
	 */
	@GetMapping("/sign-in")
	String form(@AuthenticationPrincipal @Nullable SignedIn me, @ModelAttribute("signIn") SignIn form,
			@RequestParam(name = "continue", required = false) @Nullable String next,
			@RequestAttribute(required = false) @Nullable String draft,
			@RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(required = false) @Nullable String out, Model model) {
		if (me != null && refusal == null) {
			return "redirect:" + SafePath.orHome(next);
		}
		model.addAttribute("continue", next);
		model.addAttribute("draft", draft);
		model.addAttribute("notice", notice(next, draft, out));
		return "people/sign-in";
	}

	private static @Nullable String notice(@Nullable String next, @Nullable String draft, @Nullable String out) {
		if (out != null) {
			return "notice.signedOut";
		}
		return draft != null ? "notice.sessionEnded" : next != null ? "notice.signInFirst" : null;
	}
}
