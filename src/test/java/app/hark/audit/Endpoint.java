package app.hark.audit;

import java.util.Map;

import org.springframework.http.HttpMethod;

import app.hark.drive.Client;
import app.hark.drive.Page;

/** Everything that Hark answers to, and for whom. {@link EndpointsTest} compares it with the running application. */
enum Endpoint {

	HOME(HttpMethod.GET, "/", For.EVERYBODY), SIGN_IN_FORM(HttpMethod.GET, "/sign-in", For.EVERYBODY),

	SIGN_UP_FORM(HttpMethod.GET, "/sign-up", For.EVERYBODY), SIGN_UP(HttpMethod.POST, "/sign-up", For.EVERYBODY),

	ERROR(HttpMethod.GET, "/error", For.EVERYBODY), HEALTH(HttpMethod.GET, "/actuator/health", For.EVERYBODY),

	LIVE(HttpMethod.GET, "/livez", For.EVERYBODY), READY(HttpMethod.GET, "/readyz", For.EVERYBODY),

	HEALTH_PART(HttpMethod.GET, "/actuator/health/**", For.EVERYBODY),

	PEOPLE(HttpMethod.GET, "/people", For.THE_SIGNED_IN), LIST(HttpMethod.GET, "/conversations", For.THE_SIGNED_IN),

	SEARCH(HttpMethod.GET, "/search", For.THE_SIGNED_IN, "q"),

	WITH(HttpMethod.GET, "/conversations/with/{username}", For.THE_SIGNED_IN),

	UNSENT(HttpMethod.GET, "/messages", For.THE_SIGNED_IN), ACCOUNT(HttpMethod.GET, "/account", For.THE_SIGNED_IN),

	KEYS(HttpMethod.GET, "/keys", For.THE_SIGNED_IN), NAME(HttpMethod.POST, "/account/name", For.THE_SIGNED_IN),

	PASSWORD(HttpMethod.POST, "/account/password", For.THE_SIGNED_IN),

	PRIVACY(HttpMethod.POST, "/account/privacy", For.THE_SIGNED_IN, "tellsSeen", "visible"),

	END_SESSION(HttpMethod.POST, "/account/sessions/end", For.THE_SIGNED_IN, "session"),

	BACKUPS(HttpMethod.GET, "/account/backups", For.THE_ADMINISTRATOR),

	BACK_UP(HttpMethod.POST, "/account/backups", For.THE_ADMINISTRATOR),

	END_OTHERS(HttpMethod.POST, "/account/sessions/end-others", For.THE_SIGNED_IN),

	CHAT(HttpMethod.GET, "/conversations/{id}", For.MEMBERS),

	OLDER(HttpMethod.GET, "/conversations/{id}", For.MEMBERS, "before"),

	SAY(HttpMethod.POST, "/conversations/{id}/messages", For.MEMBERS, "body", "clientToken"),

	READ(HttpMethod.POST, "/conversations/{id}/read", For.MEMBERS, "upTo"),

	TYPING(HttpMethod.POST, "/conversations/{id}/typing", For.MEMBERS),

	REPLY(HttpMethod.GET, "/conversations/{id}", For.MEMBERS, "replyTo"),

	MESSAGE(HttpMethod.GET, "/messages/{message}", For.MEMBERS),

	EDIT_FORM(HttpMethod.GET, "/messages/{message}/edit", For.MEMBERS),

	EDIT(HttpMethod.POST, "/messages/{message}/edit", For.MEMBERS, "body"),

	DELETE(HttpMethod.POST, "/messages/{message}/delete", For.MEMBERS),

	GROUP_FORM(HttpMethod.GET, "/groups/new", For.THE_SIGNED_IN),

	GROUP(HttpMethod.POST, "/groups", For.THE_SIGNED_IN, "name"),

	GROUP_PEOPLE(HttpMethod.GET, "/conversations/{id}/people", For.MEMBERS),

	GROUP_ADD(HttpMethod.POST, "/conversations/{id}/people", For.MEMBERS, "username"),

	GROUP_REMOVE(HttpMethod.POST, "/conversations/{id}/people/remove", For.MEMBERS, "username"),

	GROUP_OWNER(HttpMethod.POST, "/conversations/{id}/owner", For.MEMBERS, "username"),

	GROUP_NAME(HttpMethod.POST, "/conversations/{id}/name", For.MEMBERS, "name"),

	GROUP_PAST(HttpMethod.POST, "/conversations/{id}/past", For.MEMBERS),

	GROUP_LEAVE(HttpMethod.POST, "/conversations/{id}/leave", For.MEMBERS),

	REACT(HttpMethod.POST, "/messages/{message}/reactions", For.MEMBERS, "emoji"),

	SEND(HttpMethod.POST, "/messages", For.THE_SIGNED_IN, "to", "body", "clientToken"),

	STREAM(HttpMethod.GET, "/stream", For.THE_SIGNED_IN);

	/** Who gets more than a refusal. */
	enum For {
		EVERYBODY, THE_SIGNED_IN, MEMBERS, THE_ADMINISTRATOR
	}

	final HttpMethod method;

	final String pattern;

	final For whom;

	private final java.util.List<String> fields;

	Endpoint(HttpMethod method, String pattern, For whom, String... fields) {
		this.method = method;
		this.pattern = pattern;
		this.whom = whom;
		this.fields = java.util.List.of(fields);
	}

	/** Asks for it. Of the values it takes those that its path and its form have. */
	Page ask(Client device, Map<String, String> values, String... headers) {
		String path = pattern.replace("{id}", values.getOrDefault("id", "1"))
				.replace("{message}", values.getOrDefault("before", "1"))
				.replace("{username}", values.getOrDefault("username", "nobody")).replace("/**", "/liveness");
		Map<String, String> form = new java.util.HashMap<>(values);
		form.keySet().retainAll(fields);
		if (method.equals(HttpMethod.POST)) {
			return device.submit(path, form, headers);
		}
		String query = form.isEmpty() ? ""
				: "?" + form.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
						.collect(java.util.stream.Collectors.joining("&"));
		return device.get(path + query, headers);
	}
}
