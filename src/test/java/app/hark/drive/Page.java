package app.hark.drive;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer of the server, as it came: redirects are not followed. */
public record Page(URI uri, int status, HttpHeaders headers, String body) {

	static Page of(HttpResponse<String> response) {
		return new Page(response.uri(), response.statusCode(), response.headers(), response.body());
	}

	public Html html() {
		return Html.of(body);
	}

	public Optional<String> header(String name) {
		return headers.firstValue(name);
	}

	/** Path and query that a redirect leads to; empty when it is none. */
	public String location() {
		return header("Location").map(uri::resolve)
				.map(to -> to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery()).orElse("");
	}

	public Page expect(int expected) {
		if (status != expected) {
			throw new AssertionError("Expected " + expected + ", got " + this);
		}
		return this;
	}

	public Page expectRedirect() {
		if (status != 302 && status != 303) {
			throw new AssertionError("Expected a redirect, got " + this);
		}
		return this;
	}

	/** The conversation that this page or redirect is about. */
	public long conversation() {
		String path = location().isEmpty() ? uri.getPath() : location();
		String[] parts = path.split("[/?]");
		if (parts.length < 3 || !parts[1].equals("conversations")) {
			throw new AssertionError(this + " is about no conversation");
		}
		return Long.parseLong(parts[2]);
	}

	public String cursor() {
		return html().meta("cursor").orElseThrow(() -> new AssertionError(this + " carries no cursor"));
	}

	/** Short enough for a failure's message. */
	@Override
	public String toString() {
		String start = body.length() > 600 ? body.substring(0, 600) + " …" : body;
		return status + " " + uri.getPath() + " " + location() + "\n" + start;
	}
}
