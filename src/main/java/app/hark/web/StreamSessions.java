package app.hark.web;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says whose stream a request asks for, without touching the session: a page that is open somewhere must not keep its
 * owner signed in, and neither must its reconnects. Whatever runs behind this filter sees a request without a session.
 */
final class StreamSessions extends OncePerRequestFilter {

	/** Request attribute: the id of the session, which is the stream's lease. */
	static final String LEASE = "hark.lease";

	private final SessionRepository<? extends Session> sessions;
	private final CookieSerializer cookies;

	StreamSessions(SessionRepository<? extends Session> sessions, CookieSerializer cookies) {
		this.sessions = sessions;
		this.cookies = cookies;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, java.io.IOException {
		List<? extends Session> found = cookies.readCookieValues(request).stream().map(sessions::findById)
				.filter(Objects::nonNull).toList();
		for (Session session : found) {
			SecurityContext context = session
					.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
			if (context != null) {
				request.setAttribute(LEASE, session.getId());
				SecurityContextHolder.setContext(context);
			}
		}
		try {
			chain.doFilter(new WithoutSession(request), response);
		} finally {
			SecurityContextHolder.clearContext();
		}
	}
}
