package app.hark.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where to go after signing in: only to pages of this Hark, never to where a foreign link would like it. */
final class SafePath {

	private static final Pattern PAGE = Pattern
			.compile("/(conversations|people|account)(/[A-Za-z0-9][A-Za-z0-9._-]*)*(\\?[!-~&&[^#\\\\]]*)?");

	/** A longer one would not fit into the head of an answer. */
	private static final int LONGEST = 1_000;

	private SafePath() {
	}

	static String orHome(@Nullable String wanted) {
		return wanted != null && wanted.length() <= LONGEST && PAGE.matcher(wanted).matches() ? wanted
				: "/conversations";
	}

	/** The sign-in page that leads back to the page that was asked for. */
	static String signInThen(HttpServletRequest request) {
		String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
		String page = request.getRequestURI() + query;
		boolean back = request.getMethod().equals("GET") && page.length() <= LONGEST && PAGE.matcher(page).matches();
		return back ? "/sign-in?continue=" + UriUtils.encode(page, StandardCharsets.UTF_8) : "/sign-in";
	}

	/** The sign-in page that leads back to the page whose script asks. */
	static String signInThenBack(HttpServletRequest request) {
		String page = String.valueOf(request.getHeader("HX-Current-URL")).replaceFirst("^https?://[^/]*", "");
		boolean back = page.length() <= LONGEST && PAGE.matcher(page).matches();
		return back ? "/sign-in?continue=" + UriUtils.encode(page, StandardCharsets.UTF_8) : "/sign-in";
	}
}
