package app.hark.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The sign-up page. Whoever makes an account is signed in to it. */
@Controller
class SignUpController {

	private static final Logger log = LoggerFactory.getLogger(SignUpController.class);

	private final Registration registration;
	private final Sessions sessions;
	private final RememberedSignIns remembered;

	SignUpController(Registration registration, Sessions sessions, RememberedSignIns remembered) {
		this.remembered = remembered;
		this.registration = registration;
		this.sessions = sessions;
	}

	/** @param refusal set when a form that was sent is shown again, which somebody signed in may see too */
	@GetMapping("/sign-up")
	String form(@AuthenticationPrincipal @Nullable SignedIn me, @ModelAttribute("signUp") SignUp form,
			@RequestAttribute(required = false) @Nullable String refusal) {
		return me != null && refusal == null ? "redirect:/conversations" : "people/sign-up";
	}

	@PostMapping("/sign-up")
	String signUp(@ModelAttribute("signUp") SignUp form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		registration.check(form, errors);
		if (!errors.hasErrors() && register(form, errors, request, response)) {
			return "redirect:/conversations";
		}
		log.info("refused: sign-up, {}, from {}", errors.getFieldErrors().stream().map(FieldError::getField).toList(),
				request.getRemoteAddr());
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return "people/sign-up";
	}

	private boolean register(SignUp form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			var person = registration.register(form);
			remembered.takeOver(request, response);
			sessions.begin(person, request, response);
			return true;
		} catch (DuplicateKeyException _) {
			errors.rejectValue("username", "signUp.username.taken");
			return false;
		} catch (TooBusyException _) {
			errors.reject("signIn.busy");
			return false;
		}
	}
}
