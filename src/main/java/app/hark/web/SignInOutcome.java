package app.hark.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

import app.hark.people.SignedIn;

/** What happens when somebody has signed in, and when they could not. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

	private final Refusals refusals;

	SignInOutcome(Refusals refusals) {
		this.refusals = refusals;
	}

	/** Leads back to where the session had ended, with what was being written there. */
	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		log.info("signed in: person {}", SignedIn.of(authentication).id());
		String page = SafePath.orHome(request.getParameter("continue"));
		Optional.ofNullable(request.getParameter("draft")).filter(draft -> !draft.isEmpty()).ifPresent(draft -> {
			var flash = new FlashMap();
			flash.put("draft", draft);
			flash.setTargetRequestPath(page.replaceFirst("\\?.*", ""));
			new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
		});
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, page);
	}

	/** The same answer for a name that does not exist and for a password that is wrong. */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException why) throws IOException, ServletException {
		boolean wrong = why instanceof BadCredentialsException;
		refusals.refuse(request, response, wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.SERVICE_UNAVAILABLE,
				new DefaultMessageSourceResolvable(wrong ? "signIn.failed" : "signIn.busy"));
	}
}
