package app.hark.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The pieces of pages that streams carry: whole templates, rendered without a request. */
@Component
class Fragments {

	private final ITemplateEngine templates;

	Fragments(ITemplateEngine templates) {
		this.templates = templates;
	}

	/** @param name what the template calls the one thing that it shows */
	String render(String template, String name, Object model) {
		return templates.process(template, Set.of(), new Context(Locale.ENGLISH, Map.of(name, model))).strip();
	}
}
