package app.hark.web;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Over TLS, every cookie gets a name that begins with {@code __Host-}: browsers take it from this very host over TLS alone, so
 * neither a neighbour under the same domain nor anybody on a plain connection can set one that is believed (RFC 6265bis,
 * section 4.1.3.2). Whatever runs behind this filter knows the short names. Over plain HTTP browsers would refuse the long ones.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class HostCookies extends OncePerRequestFilter {

	private static final String PREFIX = "__Host-";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Coming(request), new Going(response));
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.isSecure();
	}

	/** The page of an error looks for the session anew. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static final class Coming extends HttpServletRequestWrapper {

		Coming(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			Cookie[] cookies = super.getCookies();
			return cookies == null ? null
					: Stream.of(cookies).filter(cookie -> cookie.getName().startsWith(PREFIX))
							.map(cookie -> new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
							.toArray(Cookie[]::new);
		}
	}

	private static final class Going extends HttpServletResponseWrapper {

		Going(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void addCookie(Cookie cookie) {
			var named = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
			cookie.getAttributes().forEach(named::setAttribute);
			super.addCookie(named);
		}

		@Override
		public void addHeader(String name, String value) {
			super.addHeader(name, name.equalsIgnoreCase(HttpHeaders.SET_COOKIE) ? PREFIX + value : value);
		}
	}
}
