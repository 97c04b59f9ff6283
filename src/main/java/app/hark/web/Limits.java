package app.hark.web;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has what {@link Limit} bounds counted, and answers 429 with the seconds to wait. */
final class Limits extends OncePerRequestFilter {

	private final Refusals refusals;
	private final Buckets buckets;

	Limits(Refusals refusals, Buckets buckets) {
		this.refusals = refusals;
		this.buckets = buckets;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var limit = Limit.of(request);
		long wait = limit.flatMap(of -> of.who(request).map(who -> secondsToWait(of, who))).orElse(0L);
		if (wait == 0) {
			chain.doFilter(request, response);
			return;
		}
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
		refusals.refuse(request, response, HttpStatus.TOO_MANY_REQUESTS,
				new DefaultMessageSourceResolvable(new String[]{limit.orElseThrow().key(), "limited"},
						new Object[]{wait, Duration.ofSeconds(wait + 59).toMinutes()}));
	}

	/** Takes one of the permits; 0 if there was one, else the seconds until there is, rounded up. */
	private long secondsToWait(Limit limit, String who) {
		var probe = buckets.of(limit, who).tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed()) {
			return 0;
		}
		return Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
	}
}
