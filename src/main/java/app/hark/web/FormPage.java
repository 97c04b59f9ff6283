package app.hark.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.UriUtils;

/** Knows for each form the page that it stands on. */
record FormPage(PathPatternRequestMatcher form, Function<HttpServletRequest, String> page) {

	private static final List<FormPage> ALL = List.of(
			form("/sign-up", _ -> "/sign-up"),
			form("/sign-in", _ -> "/sign-in"),
			form("/account/**", _ -> "/account"),
			form("/messages", FormPage::chatWith),
			form("/conversations/{id}/messages", request -> request.getRequestURI().replaceFirst("/messages$", "")));

	private static FormPage form(String path, Function<HttpServletRequest, String> page) {
		return new FormPage(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path), page);
	}

	/** The path of the page, or empty if the request is no form of a page. */
	static Optional<String> of(HttpServletRequest request) {
		return ALL.stream().filter(candidate -> candidate.form().matches(request)).findFirst()
				.map(found -> found.page().apply(request));
	}

	/** Where a request went, without the ids and names in it. */
	static String pattern(HttpServletRequest request) {
		return request.getRequestURI().replaceAll("[0-9]+", "{id}").replaceFirst("/with/.*", "/with/{username}")
				.replaceAll("[^a-z/{}-]", "?");
	}

	private static String chatWith(HttpServletRequest request) {
		String to = Optional.ofNullable(request.getParameter("to")).orElse("");
		return "/conversations/with/" + UriUtils.encodePathSegment(to, StandardCharsets.UTF_8);
	}
}
