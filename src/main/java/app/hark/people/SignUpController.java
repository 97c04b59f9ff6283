package app.hark.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class SignUpController {

	private final Registration registration;
	private final Sessions sessions;

	SignUpController(Registration registration, Sessions sessions) {
		this.registration = registration;
		this.sessions = sessions;
	}

	@GetMapping("/sign-up")
	String form(@ModelAttribute("signUp") SignUp form) {
		return "people/sign-up";
	}

	@PostMapping("/sign-up")
	String signUp(@ModelAttribute("signUp") SignUp form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		registration.check(form, errors);
		if (!errors.hasErrors() && register(form, errors, request, response)) {
			return "redirect:/conversations";
		}
		response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
		return "people/sign-up";
	}

	private boolean register(SignUp form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			sessions.begin(registration.register(form), request, response);
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
