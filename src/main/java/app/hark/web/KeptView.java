package app.hark.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A view whose template is asked only where the page that was kept would say something else. */
record KeptView(String name, View template, KeptPages pages) implements View {

	@Override
	public @Nullable String getContentType() {
		return template.getContentType();
	}

	@Override
	public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		var all = model == null ? Map.<String, Object>of() : model;
		var tokens = Tokens.of(all, request).orElse(null);
		if (tokens == null || !(all.get("shell") instanceof Shell shell)) {
			template.render(model, request, response);
			return;
		}
		var shown = shown(all, shell);
		var page = pages.find(name, shell, request);
		if (page == null || !page.shows(shown)) {
			page = new KeptPage(shown, html(all, request, response), tokens);
			// What comes back from a refusal has the token that its client gave it, which may be any text.
			if (response.getStatus() == HttpServletResponse.SC_OK) {
				pages.keep(name, shell, request, page);
			}
		}
		response.setContentType(getContentType());
		page.write(tokens, response);
	}

	/** All of a model that templates may show, but what is another each time. */
	private static Map<String, Object> shown(Map<String, ?> model, Shell shell) {
		var shown = new HashMap<String, Object>(model);
		shown.remove(Tokens.CLIENT);
		shown.keySet().removeIf(name -> name.startsWith(BindingResult.MODEL_KEY_PREFIX));
		shown.put("shell", shell.shown());
		return shown;
	}

	private String html(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws Exception {
		var written = new ContentCachingResponseWrapper(response);
		template.render(model, request, written);
		return new String(written.getContentAsByteArray(), StandardCharsets.UTF_8);
	}
}
