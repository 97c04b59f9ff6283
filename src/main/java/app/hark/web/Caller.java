package app.hark.web;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;

import app.hark.people.SignedIn;

/** Who a request comes from and where it goes, in words that may stand in a log: nothing in them was typed by anybody. */
final class Caller {

	private Caller() {
	}

	/** The account, if somebody is signed in. */
	static Optional<String> account() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn me
				? Optional.of("person " + me.id())
				: Optional.empty();
	}

	static String of(HttpServletRequest request) {
		return account().orElse(request.getRemoteAddr());
	}

	/** The method and path, without the ids and names in it. */
	static String path(HttpServletRequest request, String path) {
		return request.getMethod() + " "
				+ path.replaceFirst("/with/.*", "/with/{username}").replaceAll("[0-9]+", "{id}")
						.replaceAll("[^a-z/{}-]", "?");
	}
}
