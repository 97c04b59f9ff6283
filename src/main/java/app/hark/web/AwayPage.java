package app.hark.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * What is shown where the database cannot even be asked who is there. Nothing can be looked up for it: it carries what was sent,
 * all of it, and a button that sends it again, with the same token.
 */
@Component
class AwayPage {

	/** Of what is sent, not written into a page. */
	private static final Set<String> SECRET = Set.of("password", "currentPassword", "newPassword");

	private final MessageSource texts;
	private final ITemplateEngine templates;

	AwayPage(MessageSource texts, ITemplateEngine templates) {
		this.texts = texts;
		this.templates = templates;
	}

	/** Answers with 503. */
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(ContentPolicy.HEADER, ContentPolicy.allowing(""));
		if (request.getRequestURI().equals("/stream")) {
			return;
		}
		boolean scripted = request.getHeader("HX-Request") != null;
		var model = new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
				.buildExchange(request, response), request.getLocale(), scripted ? alert(request) : sent(request));
		response.setContentType("text/html;charset=utf-8");
		response.getWriter().write(templates.process(scripted ? "messages/refused" : "web/away", model));
	}

	private Map<String, Object> alert(HttpServletRequest request) {
		return Map.of("alert", texts.getMessage("error.503.text", null, request.getLocale()), "at",
				request.getRequestURI().endsWith("/messages") ? "composer-alert" : "edit-alert");
	}

	/** Only a form of a page is sent again, and only a page of this Hark is asked for again. */
	private static Map<String, Object> sent(HttpServletRequest request) {
		var fields = new LinkedHashMap<String, String>();
		boolean form = request.getMethod().equals("POST") && FormPage.of(request).isPresent();
		if (form && request.getParameterMap().keySet().stream().noneMatch(SECRET::contains)) {
			request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
		}
		String page = request.getRequestURI();
		return Map.of("again", fields.isEmpty() ? SafePath.orHome(page) : page, "fields", fields);
	}
}
