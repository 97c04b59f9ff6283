package app.hark.audit;

import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/** A server that does not get, or does not heed, what it was sent. */
final class FilterMutations {

	private FilterMutations() {
	}

	/** Every request is a composition of its own. */
	static final class FreshTokens {

		@Bean
		Filter freshTokens() {
			return heeding(request -> new HttpServletRequestWrapper(request) {

				@Override
				public String @Nullable [] getParameterValues(String name) {
					return name.equals("clientToken") ? new String[]{UUID.randomUUID().toString()}
							: super.getParameterValues(name);
				}
			});
		}
	}

	/** Every stream starts at now. */
	static final class LastEventIdIgnored {

		@Bean
		Filter lastEventIdIgnored() {
			return heeding(request -> new HttpServletRequestWrapper(request) {

				@Override
				public @Nullable String getHeader(String name) {
					return name.equalsIgnoreCase("Last-Event-ID") ? null : super.getHeader(name);
				}

				@Override
				public java.util.Enumeration<String> getHeaders(String name) {
					return name.equalsIgnoreCase("Last-Event-ID") ? java.util.Collections.emptyEnumeration()
							: super.getHeaders(name);
				}

				@Override
				public String @Nullable [] getParameterValues(String name) {
					return name.equals("after") ? null : super.getParameterValues(name);
				}
			});
		}
	}

	private static Filter heeding(UnaryOperator<HttpServletRequest> instead) {
		return (request, response, chain) -> chain.doFilter(instead.apply((HttpServletRequest) request), response);
	}
}
