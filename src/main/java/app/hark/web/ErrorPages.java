package app.hark.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where requests end for which nothing better was found: a page in Hark's own look, never a stack trace. */
@Controller
class ErrorPages implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private final MessageSource texts;

	ErrorPages(MessageSource texts) {
		this.texts = texts;
	}

	@RequestMapping("/error")
	String error(@RequestAttribute(name = RequestDispatcher.ERROR_STATUS_CODE, required = false) Integer code,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = code == null ? HttpServletResponse.SC_NOT_FOUND : code;
		response.setStatus(status);
		note(request, status);
		// What was refused before any other filter has no headers yet.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (!response.containsHeader(ContentPolicy.HEADER)) {
			response.setHeader(ContentPolicy.HEADER, ContentPolicy.allowing(""));
		}
		model.addAttribute("status", status);
		model.addAttribute("retryAfter", response.getHeader("Retry-After"));
		if (request.getHeader("HX-Request") == null) {
			return "web/error";
		}
		String other = texts.getMessage("error.other.text", null, request.getLocale());
		model.addAttribute("alert", texts.getMessage("error." + status + ".text", null, other, request.getLocale()));
		return "messages/refused";
	}

	private static void note(HttpServletRequest request, int status) {
		if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR && request.getAttribute(Refusals.LOGGED) == null) {
			String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
			log.info("refused: {}, {}, {}", Caller.path(request, path), status, Caller.of(request));
		}
	}
}
