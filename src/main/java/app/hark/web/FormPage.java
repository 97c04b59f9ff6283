package app.hark.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Knows for each form the page that it stands on. */
record FormPage(PathPatternRequestMatcher form, Function<HttpServletRequest, String> page) {

	/** Where a message comes back to that was for nobody. */
	static final String UNSENT = "/messages";

	private static final List<FormPage> ALL = List.of(
			form("/sign-up", _ -> "/sign-up"),
			form("/sign-in", _ -> "/sign-in"),
			form("/sign-out", _ -> "/account"),
			form("/account/backups", _ -> "/account/backups"),
			form("/account/**", _ -> "/account"),
			form("/messages", FormPage::chatWith),
			form("/messages/{id}/edit", HttpServletRequest::getRequestURI),
			form("/messages/{id}/**", request -> request.getRequestURI().replaceFirst("(/messages/[^/]*)/.*", "$1")),
			form("/groups", _ -> "/groups/new"),
			group("/people/**"), group("/owner"), group("/name"), group("/past"), group("/leave"),
			form("/conversations/{id}/messages", request -> request.getRequestURI().replaceFirst("/messages$", "")),
			new FormPage(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/people"), _ -> "/people"),
			new FormPage(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/search"), _ -> "/search"));

	private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,30}[A-Za-z0-9]");

	private static FormPage form(String path, Function<HttpServletRequest, String> page) {
		return new FormPage(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path), page);
	}

	private static FormPage group(String path) {
		return form("/conversations/{id}" + path,
				request -> request.getRequestURI().replaceFirst("(/conversations/[^/]*)/.*", "$1/people"));
	}

	/** The path of the page, or empty if the request is no form of a page. */
	static Optional<String> of(HttpServletRequest request) {
		return ALL.stream().filter(candidate -> candidate.form().matches(request)).findFirst()
				.map(found -> found.page().apply(request));
	}

	/** Only a name that could be somebody's becomes part of a path. */
	private static String chatWith(HttpServletRequest request) {
		String to = Optional.ofNullable(request.getParameter("to")).orElse("");
		return USERNAME.matcher(to).matches() ? "/conversations/with/" + to : UNSENT;
	}
}
