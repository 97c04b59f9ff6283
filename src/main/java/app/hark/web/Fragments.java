package app.hark.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The pieces of pages that streams carry: whole templates, rendered without a request.
 * <p>
 * A message goes to each of its members and to each of their devices, within moments, and looks the same to all of them.
 * Rendering it anew for each would be most of what a send costs.
 */
@Component
class Fragments {

	/** In characters: some thousands of messages. */
	private static final long ROOM = 4_000_000;

	/** Longer than anybody takes to come back after a cut or a restart. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private final ITemplateEngine templates;
	private final Cache<Piece, String> rendered = Caffeine.newBuilder().maximumWeight(ROOM)
			.weigher((Piece _, String html) -> html.length()).expireAfterAccess(KEPT).build();

	Fragments(ITemplateEngine templates) {
		this.templates = templates;
	}

	/** A piece is known again by all that it shows: what has changed since is another piece. */
	private record Piece(String template, String name, Object model) {
	}

	/**
	 * @param name what the template calls the one thing that it shows
	 * @param model that thing, a value: what is equal looks the same
	 */
	String render(String template, String name, Object model) {
		return rendered.get(new Piece(template, name, model), this::render);
	}

	private String render(Piece piece) {
		var context = new Context(Locale.ENGLISH, Map.of(piece.name, piece.model));
		return templates.process(piece.template, Set.of(), context).strip();
	}
}
