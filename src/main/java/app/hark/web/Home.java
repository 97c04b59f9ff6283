package app.hark.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import app.hark.people.SignedIn;

/** The way in, and what belongs to no room. */
@Controller
class Home {

	@GetMapping("/")
	String home(@AuthenticationPrincipal @Nullable SignedIn me) {
		return me == null ? "redirect:/sign-in" : "redirect:/conversations";
	}

	@GetMapping("/keys")
	String keys() {
		return "web/keys";
	}
}
