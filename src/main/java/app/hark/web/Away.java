package app.hark.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import app.hark.delivery.Streams;

/** Answers for the database where that does not: for whatever asks it before any page does, or while it is known not to. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class Away extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(Away.class);

	/** What does without a database, or says itself that it is away. */
	private static final Set<String> WITHOUT = Set.of("/livez", "/readyz", "/actuator/", "/css/", "/js/", "/webjars/",
			"/favicon");

	private final Streams streams;
	private final AwayPage page;

	Away(Streams streams, AwayPage page) {
		this.streams = streams;
		this.page = page;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (streams.areBlind() && WITHOUT.stream().noneMatch(request.getRequestURI()::startsWith)) {
			page.answer(request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		} catch (DataAccessException | TransactionException | ServletException e) {
			var why = databaseFailure(e);
			if (why == null || response.isCommitted()) {
				throw e;
			}
			log.error("the database refused: {}", why.toString());
			response.reset();
			page.answer(request, response);
		}
	}

	private static @Nullable Throwable databaseFailure(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataAccessException || cause instanceof TransactionException) {
				return cause;
			}
		}
		return null;
	}
}
