package app.hark.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import app.hark.delivery.Streams;

/**
 * Answers 503 where the database cannot even be asked who is there. Nothing can be looked up for that page: it carries what was
 * sent, all of it, and a button that sends it again, with the same token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class Away extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(Away.class);

	/** Of what is sent, not written into a page. */
	private static final Set<String> SECRET = Set.of("password", "currentPassword", "newPassword");

	/** What does without a database, or says itself that it is away. */
	private static final Set<String> WITHOUT = Set.of("/livez", "/readyz", "/actuator/", "/css/", "/js/", "/webjars/",
			"/favicon");

	private final Streams streams;
	private final MessageSource texts;
	private final ITemplateEngine templates;

	Away(Streams streams, MessageSource texts, ITemplateEngine templates) {
		this.streams = streams;
		this.texts = texts;
		this.templates = templates;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (streams.areBlind()) {
			answer(request, response);
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
			answer(request, response);
		}
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return WITHOUT.stream().anyMatch(request.getRequestURI()::startsWith);
	}

	private static @Nullable Throwable databaseFailure(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof DataAccessException || cause instanceof TransactionException) {
				return cause;
			}
		}
		return null;
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(ContentPolicy.HEADER, ContentPolicy.allowing(""));
		if (request.getRequestURI().equals("/stream")) {
			return;
		}
		boolean scripted = request.getHeader("HX-Request") != null;
		var model = new WebContext(JakartaServletWebApplication.buildApplication(getServletContext())
				.buildExchange(request, response), request.getLocale(), scripted ? alert(request) : sent(request));
		response.setContentType("text/html;charset=utf-8");
		response.getWriter().write(templates.process(scripted ? "messages/refused" : "web/away", model));
	}

	private Map<String, Object> alert(HttpServletRequest request) {
		return Map.of("alert", texts.getMessage("error.503.text", null, request.getLocale()), "at",
				request.getRequestURI().endsWith("/messages") ? "composer-alert" : "edit-alert");
	}

	private static Map<String, Object> sent(HttpServletRequest request) {
		var fields = new LinkedHashMap<String, String>();
		boolean secret = request.getParameterMap().keySet().stream().anyMatch(SECRET::contains);
		if (request.getMethod().equals("POST") && !secret) {
			request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
		}
		return Map.of("again", request.getRequestURI(), "fields", fields);
	}
}
