package app.hark.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import app.hark.delivery.StorageUnavailableException;

/** A filter writes too, for whoever signs in: what it cannot keep is refused as if a controller had tried. */
final class NotKept extends OncePerRequestFilter {

	private final Refusals refusals;

	NotKept(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		} catch (StorageUnavailableException _) {
			refusals.notKept(request, response);
		}
	}
}
