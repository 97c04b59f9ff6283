package app.hark.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import app.hark.people.SignedIn;

/** How often things may be done. This is the whole list. */
enum Limit {

	SIGN_IN(10, Duration.ofMinutes(15), HttpMethod.POST, Limit::nameAndAddress, "/sign-in"),
	SIGN_UP(30, Duration.ofHours(1), HttpMethod.POST, HttpServletRequest::getRemoteAddr, "/sign-up"),
	PASSWORD(10, Duration.ofMinutes(15), HttpMethod.POST, Limit::account, "/account/password"),
	SEND(60, Duration.ofSeconds(10), HttpMethod.POST, Limit::account, "/messages", "/conversations/{id}/messages"),
	SEARCH(60, Duration.ofMinutes(1), HttpMethod.GET, Limit::account, "/people"),
	STREAM(60, Duration.ofMinutes(1), HttpMethod.GET, Limit::account, "/stream");

	final int times;
	final Duration per;
	private final Function<HttpServletRequest, String> who;
	private final List<PathPatternRequestMatcher> matchers;

	Limit(int times, Duration per, HttpMethod method, Function<HttpServletRequest, String> who, String... paths) {
		this.times = times;
		this.per = per;
		this.who = who;
		this.matchers = List.of(paths).stream().map(path -> PathPatternRequestMatcher.pathPattern(method, path))
				.toList();
	}

	static Optional<Limit> of(HttpServletRequest request) {
		return List.of(values()).stream()
				.filter(limit -> limit.matchers.stream().anyMatch(matcher -> matcher.matches(request))).findFirst();
	}

	/** Who is counted together. */
	String who(HttpServletRequest request) {
		return who.apply(request);
	}

	private static String account(HttpServletRequest request) {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof SignedIn me
				? "person " + me.id()
				: request.getRemoteAddr();
	}

	private static String nameAndAddress(HttpServletRequest request) {
		String name = Optional.ofNullable(request.getParameter("username")).orElse("");
		String bounded = name.strip().toLowerCase(Locale.ROOT);
		return bounded.substring(0, Math.min(64, bounded.length())) + " " + request.getRemoteAddr();
	}
}
