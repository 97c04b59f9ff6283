package app.hark.audit;

import java.util.List;

/** Where hostile text is put: everything in a request that a server reads. */
final class Targets {

	/** Headers that something may read. */
	static final List<String> HEADERS = List.of("Cookie", "HX-Current-URL", "HX-Request", "HX-Target",
			"Referer", "Origin",
			"User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Range", "If-Modified-Since", "If-None-Match",
			"Last-Event-ID", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded",
			"X-HTTP-Method-Override",
			"Authorization", "X-CSRF-TOKEN", "Expect", "Content-Language");

	/** Beginnings of paths and queries. */
	static final List<String> PATHS = List.of("/", "/people?q=", "/people?q=a&from=", "/conversations/",
			"/conversations/with/", "/conversations/1?before=", "/stream?after=", "/css/", "/js/", "/webjars/",
			"/sign-in?continue=",
			"/sign-in?", "/account?", "/messages?body=", "/messages?to=", "/actuator/", "/error?", "/conversations?");

	/** Paths of forms, each with the field that gets the text. */
	static final List<String> FORMS = List.of("/conversations/1/read|upTo", "/account/password|currentPassword",
			"/account/password|newPassword", "/account/sessions/end|session", "/messages|to", "/messages|clientToken",
			"/messages|_csrf",
			"/sign-up|username", "/sign-up|displayName", "/sign-up|password", "/account/name|displayName",
			"/account/name|_csrf");

	/** Requests that need not be any, with the text somewhere in them. */
	static final List<String> LINES = List.of("%s / HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET %s HTTP/1.1\r\nHost: a\r\n\r\n",
			"GET / HTTP/%s\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: %s\r\n\r\n",
			"GET / HTTP/1.1\r\nHost: a\r\n%s: x\r\n\r\n",
			"GET / HTTP/1.1\r\n%s\r\n\r\n", "%s", "POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: %s\r\n\r\nx",
			"POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n\r\n",
			"POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: %s\r\n\r\n0\r\n\r\n",
			"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: 3\r\n\r\na=b",
			"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n%s");

	private Targets() {
	}
}
