package app.hark.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import app.hark.people.People;

/** How often things may be done. This is the whole list. */
enum Limit {

	SIGN_IN(10, Duration.ofMinutes(15), HttpMethod.POST, Limit::nameAndAddress, "/sign-in"),
	SIGN_UP(30, Duration.ofHours(1), HttpMethod.POST, Limit::address, "/sign-up"),
	PASSWORD(10, Duration.ofMinutes(15), HttpMethod.POST, _ -> Caller.account(), "/account/password"),
	RENAME(30, Duration.ofMinutes(15), HttpMethod.POST, _ -> Caller.account(), "/account/name"),
	PRIVACY(30, Duration.ofMinutes(15), HttpMethod.POST, _ -> Caller.account(), "/account/privacy"),
	SEND(60, Duration.ofSeconds(10), HttpMethod.POST, _ -> Caller.account(), "/messages",
			"/conversations/{id}/messages", "/messages/{id}/*"),
	GROUP(60, Duration.ofMinutes(1), HttpMethod.POST, _ -> Caller.account(), "/groups", "/conversations/{id}/people/**",
			"/conversations/{id}/owner", "/conversations/{id}/name", "/conversations/{id}/past",
			"/conversations/{id}/leave"),
	TYPING(30, Duration.ofSeconds(10), HttpMethod.POST, _ -> Caller.account(), "/conversations/{id}/typing"),
	SEARCH(60, Duration.ofMinutes(1), HttpMethod.GET, _ -> Caller.account(), "/people", "/search"),
	STREAM(60, Duration.ofMinutes(1), HttpMethod.GET, _ -> Caller.account(), "/stream");

	final int times;
	final Duration per;
	private final HttpMethod method;
	private final Function<HttpServletRequest, Optional<String>> who;
	private final List<PathPatternRequestMatcher> paths;

	Limit(int times, Duration per, HttpMethod method, Function<HttpServletRequest, Optional<String>> who,
			String... paths) {
		this.times = times;
		this.per = per;
		this.method = method;
		this.who = who;
		this.paths = Stream.of(paths).map(PathPatternRequestMatcher::pathPattern).toList();
	}

	/** Whether it is there to spare a node its work, and does not get worse with several of them. */
	boolean perNode() {
		return this == TYPING || this == SEARCH || this == STREAM;
	}

	static Optional<Limit> of(HttpServletRequest request) {
		return Stream.of(values()).filter(limit -> limit.counts(request)).findFirst();
	}

	/** Whoever may only read the head of an answer makes the server do the same work. */
	private boolean counts(HttpServletRequest request) {
		String asked = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
		return method.name().equals(asked) && paths.stream().anyMatch(path -> path.matches(request));
	}

	/** What a refusal is counted and logged under. */
	String key() {
		return "limited." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Who is counted together; empty if the request will be refused anyway, because nobody is signed in. */
	Optional<String> who(HttpServletRequest request) {
		return who.apply(request);
	}

	private static Optional<String> address(HttpServletRequest request) {
		return Optional.of(request.getRemoteAddr());
	}

	/** The name in the form in which it is looked up; all that can be nobody's count as one. */
	private static Optional<String> nameAndAddress(HttpServletRequest request) {
		String name = Optional.ofNullable(request.getParameter("username")).map(People::canonical).orElse("");
		return Optional.of((name.length() > 32 ? "" : name) + " " + request.getRemoteAddr());
	}
}
