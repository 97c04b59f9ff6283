package app.hark.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own name, password and sessions. */
@Controller
@RequestMapping("/account")
class AccountController {

	private static final Logger log = LoggerFactory.getLogger(AccountController.class);

	private final Profile profile;
	private final People people;
	private final Sessions sessions;
	private final Privacy privacy;

	AccountController(Profile profile, People people, Sessions sessions, Privacy privacy) {
		this.profile = profile;
		this.people = people;
		this.sessions = sessions;
		this.privacy = privacy;
	}

	/** What the page shows besides the form that was sent: a form that is in the model already would not be read. */
	@ModelAttribute
	void page(@AuthenticationPrincipal SignedIn me, @RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(required = false) @Nullable String displayName, HttpSession session,
			HttpServletRequest request, Model model) {
		model.addAttribute("sessions", sessions.of(me, session.getId()));
		model.addAttribute("privacy", privacy.of(me.id()));
		model.addAttribute("administrator", people.isAdministrator(me.id()));
		if (!request.getRequestURI().endsWith("/name")) {
			model.addAttribute("accountName", new Profile.Name(
					refusal != null && displayName != null ? displayName : people.get(me.id()).displayName()));
		}
		if (!request.getRequestURI().endsWith("/password")) {
			model.addAttribute("accountPassword", new Profile.Password("", ""));
		}
	}

	@GetMapping
	String page() {
		return "people/account";
	}

	@PostMapping("/name")
	String rename(@AuthenticationPrincipal SignedIn me, @ModelAttribute("accountName") Profile.Name form,
			BindingResult errors, RedirectAttributes flash, HttpServletResponse response) {
		profile.rename(me, form, errors);
		return answer("account.name.saved", me, errors, flash, response);
	}

	@PostMapping("/password")
	String changePassword(@AuthenticationPrincipal SignedIn me,
			@ModelAttribute("accountPassword") Profile.Password form,
			BindingResult errors, HttpSession session, RedirectAttributes flash, HttpServletResponse response) {
		profile.changePassword(me, form, errors);
		if (!errors.hasErrors()) {
			sessions.endOthers(me, session.getId());
		}
		return answer("account.password.saved", me, errors, flash, response);
	}

	/** A box that is not ticked sends nothing. */
	@PostMapping("/privacy")
	String choosePrivacy(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "false") boolean tellsSeen,
			@RequestParam(defaultValue = "false") boolean visible, RedirectAttributes flash) {
		privacy.choose(me.id(), new Privacy.Choice(tellsSeen, !visible));
		flash.addFlashAttribute("notice", "account.privacy.saved");
		return "redirect:/account";
	}

	@PostMapping("/sessions/end")
	String endSession(@AuthenticationPrincipal SignedIn me, @RequestParam String session, RedirectAttributes flash) {
		sessions.end(me, session);
		flash.addFlashAttribute("notice", "account.sessions.ended");
		return "redirect:/account";
	}

	@PostMapping("/sessions/end-others")
	String endOtherSessions(@AuthenticationPrincipal SignedIn me, HttpSession session, RedirectAttributes flash) {
		sessions.endOthers(me, session.getId());
		flash.addFlashAttribute("notice", "account.sessions.othersEnded");
		return "redirect:/account";
	}

	private static String answer(String done, SignedIn me, BindingResult errors, RedirectAttributes flash,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			log.info("refused: account, {}, person {}",
					errors.getFieldErrors().stream().map(FieldError::getField).toList(),
					me.id());
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			return "people/account";
		}
		flash.addFlashAttribute("notice", done);
		return "redirect:/account";
	}
}
