package app.hark.web;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A refused form on its way back to its page: the same fields, asked for by GET so that nothing is done a second time. */
final class AsGet extends HttpServletRequestWrapper {

	private final Map<String, String[]> parameters;

	AsGet(HttpServletRequest form, Map<String, String> more) {
		super(form);
		parameters = new HashMap<>(form.getParameterMap());
		more.forEach((name, value) -> parameters.put(name, new String[]{value}));
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = parameters.get(name);
		return values == null ? null : values[0];
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return Collections.unmodifiableMap(parameters);
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(parameters.keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return parameters.get(name);
	}
}
