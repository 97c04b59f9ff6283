package app.hark.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The one place through which something that was sent comes back: as the page that it was sent from, with the reason beside
 * it and everything typed still in it, or as the reason alone for the script of an open page.
 */
@Component
class Refusals {

	/** Request attribute: the reason, as a sentence, for the page that shows it. */
	static final String REFUSAL = "refusal";

	/** Request attribute: there is a line about this refusal in the log. */
	static final String LOGGED = "hark.logged";

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	private final MessageSource texts;
	private final ITemplateEngine templates;
	private final MeterRegistry registry;

	Refusals(MessageSource texts, ITemplateEngine templates, MeterRegistry registry) {
		this.texts = texts;
		this.templates = templates;
		this.registry = registry;
	}

	/** Refuses something that was sent from a page. */
	void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			MessageSourceResolvable why) throws ServletException, IOException {
		refuse(request, response, status, why, FormPage.of(request));
	}

	/** @param page where it comes back to, if it was sent from a page */
	void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			MessageSourceResolvable why, Optional<String> page) throws ServletException, IOException {
		// The key of a sentence, which nobody can type: there are as many counters as there are sentences.
		String key = requireNonNull(why.getCodes())[0];
		registry.counter("hark.refused", "reason", key).increment();
		log.info("refused: {}, {}, {}, {}", Caller.path(request, request.getRequestURI()), status.value(), key,
				Caller.of(request));
		String reason = texts.getMessage(why, request.getLocale());
		response.setStatus(status.value());
		if (request.getHeader("HX-Request") != null) {
			answerScript(request, response, status, reason);
		} else if (page.isPresent()) {
			request.setAttribute(REFUSAL, reason);
			show(page.get(), Map.of(), request, response);
		} else if (!request.getRequestURI().equals("/stream")) {
			request.setAttribute(LOGGED, true);
			response.sendError(status.value());
		}
	}

	/** Refuses what the disk has no room for. */
	void notKept(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		refuse(request, response, HttpStatus.INSUFFICIENT_STORAGE,
				new DefaultMessageSourceResolvable("storage.unavailable"));
	}

	/** Asks for a name and a password where a session has ended; what was being written goes along with the form. */
	void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
		Optional<String> page = FormPage.of(request).filter(_ -> request.getMethod().equals("POST"));
		if (request.getHeader("HX-Request") != null) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			answerScript(request, response, HttpStatus.UNAUTHORIZED,
					texts.getMessage("notice.sessionEnded", null, request.getLocale()));
		} else if (page.isPresent()) {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			Optional.ofNullable(request.getParameter("body")).filter(body -> !body.isBlank())
					.ifPresent(body -> request.setAttribute("draft", body));
			show("/sign-in", Map.of("continue", page.get()), request, response);
		} else {
			response.sendRedirect(SafePath.signInThen(request));
		}
	}

	private static void show(String page, Map<String, String> more, HttpServletRequest request,
			HttpServletResponse response) throws ServletException, IOException {
		request.getRequestDispatcher(page).forward(new AsGet(request, more), response);
	}

	private void answerScript(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
			String reason)
			throws IOException {
		var model = new Context(request.getLocale());
		model.setVariable("signIn", status == HttpStatus.UNAUTHORIZED ? SafePath.signInThenBack(request) : null);
		boolean search = request.getRequestURI().equals("/people");
		model.setVariable(search ? "searchAlert" : "alert", reason);
		boolean sends = request.getRequestURI().endsWith("/messages");
		model.setVariable("at", sends ? "composer-alert" : "edit-alert");
		if (!search && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
			model.setVariable("csrf", csrf.getToken());
		}
		response.setContentType("text/html;charset=utf-8");
		response.getWriter().write(templates.process(search ? "conversations/results" : "messages/refused", model));
	}
}
