package app.hark.web;

import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

import app.hark.people.SessionLeases;

/**
 * Says whose stream a request asks for, without touching the session: a page that is open somewhere must not keep its
 * owner signed in, and neither must its reconnects. Whatever runs behind this filter sees a request without a session.
 */
final class StreamSessions extends OncePerRequestFilter {

	/** Request attribute: the id of the session, which is the stream's lease. */
	static final String LEASE = "hark.lease";

	private final SessionLeases sessions;
	private final CookieSerializer cookies;

	StreamSessions(SessionLeases sessions, CookieSerializer cookies) {
		this.sessions = sessions;
		this.cookies = cookies;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, java.io.IOException {
		for (String session : cookies.readCookieValues(request)) {
			sessions.holder(session).ifPresent(me -> {
				request.setAttribute(LEASE, session);
				SecurityContextHolder.setContext(new SecurityContextImpl(
						UsernamePasswordAuthenticationToken.authenticated(me, null, List.of())));
			});
		}
		try {
			chain.doFilter(new WithoutSession(request), response);
		} finally {
			SecurityContextHolder.clearContext();
		}
	}
}
