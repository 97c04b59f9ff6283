package app.hark.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Pages that people look at all the time, kept as they were rendered for a viewer, and shown to the same viewer again for as
 * long as they would show the same. All that a page says is in its model, so two models that are equal are the same page; what
 * differs each time is {@link Tokens}.
 */
@Component
class KeptPages implements ViewResolver, Ordered {

	private static final Set<String> VIEWS = Set.of("messages/chat", "messages/conversations", "conversations/people");

	/** In bytes, of which its model takes about as many as a page: with half a gigabyte of memory some hundred pages. */
	private static final long ROOM = Runtime.getRuntime().maxMemory() / 32;

	/** As long as somebody goes back and forth between conversations. */
	private static final Duration KEPT = Duration.ofMinutes(10);

	private final ThymeleafViewResolver templates;
	private final Cache<Place, KeptPage> pages = Caffeine.newBuilder().maximumWeight(ROOM)
			.weigher((Place place, KeptPage page) -> place.length() + 2 * page.length()).expireAfterAccess(KEPT)
			.build();

	KeptPages(ThymeleafViewResolver templates) {
		this.templates = templates;
	}

	/** Whose page it is, and which. Each is kept once. */
	private record Place(String view, long viewer, String path, @Nullable String query) {

		int length() {
			return path.length() + (query == null ? 0 : query.length());
		}
	}

	/** Before the templates by themselves. */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable View resolveViewName(String name, Locale locale) throws Exception {
		var template = VIEWS.contains(name) ? templates.resolveViewName(name, locale) : null;
		return template == null ? null : new KeptView(name, template, this);
	}

	/** The page that was shown there last, or null. */
	@Nullable KeptPage find(String view, Shell shell, HttpServletRequest request) {
		return pages.getIfPresent(place(view, shell, request));
	}

	void keep(String view, Shell shell, HttpServletRequest request, KeptPage page) {
		pages.put(place(view, shell, request), page);
	}

	private static Place place(String view, Shell shell, HttpServletRequest request) {
		return new Place(view, shell.viewer().id(), request.getRequestURI(), request.getQueryString());
	}
}
