package app.hark.web;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the fields of every request before anything else does, so that what cannot be read is refused in one place and
 * with one line in the log. Stands right behind the filter that sets the encoding.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WellFormed extends OncePerRequestFilter {

	/** Names with brackets or dots would be taken for paths into objects. A field that comes twice means something else to each reader. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		int status = check(request);
		if (status == HttpServletResponse.SC_OK) {
			chain.doFilter(request, response);
		} else {
			response.sendError(status);
		}
	}

	private static int check(HttpServletRequest request) {
		try {
			Map<String, String[]> fields = request.getParameterMap();
			boolean wellFormed = fields.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
					&& fields.values().stream().allMatch(values -> values.length == 1);
			return wellFormed ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
		} catch (InvalidParameterException e) {
			return e.getErrorCode();
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getDispatcherType() != DispatcherType.REQUEST;
	}
}
