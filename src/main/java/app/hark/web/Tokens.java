package app.hark.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What is another text each time that a page is shown: the one that goes with its forms, and the one that stands for what is
 * written next. Random bits, which nothing else on the page can look like.
 */
record Tokens(List<String> texts) {

	/** What a model calls the second one. */
	static final String CLIENT = "clientToken";

	/** Those of the page that this request is answered with, if forms have one. */
	static Optional<Tokens> of(Map<String, ?> model, HttpServletRequest request) {
		return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf
				? Optional.of(new Tokens(Stream.of(csrf.getToken(), model.get(CLIENT)).filter(String.class::isInstance)
						.map(String.class::cast).toList()))
				: Optional.empty();
	}
}
