package app.hark.web;

import static org.thymeleaf.spring6.expression.ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * The pieces that streams carry and pages consist of: whole templates, rendered without a request.
 * <p>
 * A message goes to each of its members and to each of their devices, within moments, and looks the same to all of them.
 * Rendering it anew for each would be most of what a send costs.
 */
@Component
class Fragments {

	/** In characters: with half a gigabyte of memory the messages of some hundred pages. */
	private static final long ROOM = Runtime.getRuntime().maxMemory() / 32;

	/** Longer than anybody takes to come back after a cut or a restart, or from another conversation. */
	private static final Duration KEPT = Duration.ofMinutes(10);

	private final ITemplateEngine templates;
	private final ApplicationContext application;
	private final Cache<Piece, String> rendered = Caffeine.newBuilder().maximumWeight(ROOM)
			.weigher((Piece _, String html) -> html.length()).expireAfterAccess(KEPT).build();

	Fragments(ITemplateEngine templates, ApplicationContext application) {
		this.templates = templates;
		this.application = application;
	}

	/** A piece is known again by all that it shows: what has changed since is another piece. */
	private record Piece(String template, Map<String, Object> model) {
	}

	/** @param model what the template shows, by the names that it has there; values: what is equal looks the same */
	String render(String template, Map<String, Object> model) {
		return rendered.get(new Piece(template, model), this::render);
	}

	/** Pages have an evaluation context of their own; without one each piece would look up anew what its expressions read. */
	private String render(Piece piece) {
		var context = new Context(Locale.ENGLISH, piece.model);
		context.setVariable(THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
				new ThymeleafEvaluationContext(application, null));
		return templates.process(piece.template, Set.of(), context).strip();
	}
}
