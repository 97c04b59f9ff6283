package app.hark.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;

/** A request whose session nobody may touch: even to look for one would prolong it and write to the database. */
final class WithoutSession extends HttpServletRequestWrapper {

	WithoutSession(HttpServletRequest request) {
		super(request);
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		return null;
	}

	@Override
	public HttpSession getSession() {
		throw new IllegalStateException("this request has no session");
	}
}
