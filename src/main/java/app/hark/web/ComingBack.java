package app.hark.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import app.hark.people.RememberedSignIns;
import app.hark.people.Sessions;
import app.hark.people.SignedIn;

/**
 * Signs in a browser that is remembered and has no session any more. Stands before the check of form tokens, unlike the
 * filter of Spring Security: a form that is sent then comes back with a fresh token instead of asking for a password.
 */
final class ComingBack extends OncePerRequestFilter {

	private final RememberedSignIns remembered;
	private final Sessions sessions;

	ComingBack(RememberedSignIns remembered, Sessions sessions) {
		this.remembered = remembered;
		this.sessions = sessions;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SecurityContextHolder.getContext().getAuthentication() == null) {
			var back = remembered.autoLogin(request, response);
			if (back != null) {
				sessions.begin(SignedIn.of(back), request, response);
			}
		}
		chain.doFilter(request, response);
	}
}
