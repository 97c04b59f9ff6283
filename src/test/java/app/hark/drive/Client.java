package app.hark.drive;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One device of a person, without a browser: pages, forms with their hidden token, and streams. Threads may share it. */
public final class Client {

	private final Http http;

	private volatile @Nullable String csrf;

	private Client(URI base) {
		this.http = new Http(base);
	}

	public static Client at(URI base) {
		return new Client(base);
	}

	public static Client at(int port) {
		return new Client(URI.create("http://localhost:" + port));
	}

	/** Makes an account and stays signed in to it. */
	public Client signUp(Person person) {
		trySignUp(person).expectRedirect();
		return renewed();
	}

	public Page trySignUp(Person person) {
		return submit("/sign-up", Map.of("username", person.username(), "displayName", person.displayName(),
				"password", person.password()));
	}

	public Client signIn(Person person) {
		trySignIn(person.username(), person.password()).expectRedirect();
		return renewed();
	}

	public Page trySignIn(String username, String password) {
		return submit("/sign-in", Map.of("username", username, "password", password));
	}

	public Page signOut() {
		Page answer = submit("/sign-out", Map.of()).expectRedirect();
		csrf = null;
		return answer;
	}

	/** Another device at the same address, on which nobody has signed in. */
	public Client another() {
		return new Client(http.base);
	}

	/** This device, with its cookies, at another address of the same server. */
	public Client via(URI address) {
		Client client = new Client(address);
		client.http.cookies.putAll(http.cookies);
		client.csrf = csrf;
		return client;
	}

	public int port() {
		return http.base.getPort();
	}

	public Map<String, String> cookies() {
		return http.cookies;
	}

	public Page get(String path, String... headers) {
		return remember(http.get(path, BodyHandlers.ofString(), headers));
	}

	/** Submits a form as a browser without script does, with the hidden token of the last page. */
	public Page submit(String path, Map<String, String> fields, String... headers) {
		Map<String, String> all = new HashMap<>(fields);
		all.put("_csrf", csrf());
		return post(path, all, headers);
	}

	/** Posts exactly these fields. */
	public Page post(String path, Map<String, String> fields, String... headers) {
		return remember(http.post(path, fields, BodyHandlers.ofString(), headers));
	}

	/** Sends to a person; makes the conversation when there is none. Answers its id. */
	public long write(Person to, String body) {
		return tryWrite(to.username(), body, freshToken()).expect(303).conversation();
	}

	public Page tryWrite(String to, String body, String clientToken, String... headers) {
		return submit("/messages", Map.of("to", to, "body", body, "clientToken", clientToken), headers);
	}

	/** Sends into a conversation and insists that the server took it. */
	public void say(long conversation, String body) {
		trySay(conversation, body, freshToken()).expect(303);
	}

	public Page trySay(long conversation, String body, String clientToken, String... headers) {
		return submit("/conversations/" + conversation + "/messages", Map.of("body", body, "clientToken", clientToken),
				headers);
	}

	public Page list() {
		return get("/conversations").expect(200);
	}

	public Page chat(long conversation) {
		return get("/conversations/" + conversation).expect(200);
	}

	/** A stream that starts at now. */
	public StreamReader stream() {
		return StreamReader.open(this, "/stream");
	}

	/** The same of a request for which the server has to do without a thread of its own. */
	public StreamReader streamOfRequestWithBody() {
		return StreamReader.of(http.getWithBody("/stream", BodyHandlers.ofInputStream()));
	}

	public StreamReader streamAfter(String id) {
		return StreamReader.open(this, "/stream", "Last-Event-ID", id);
	}

	public static String freshToken() {
		return UUID.randomUUID().toString();
	}

	/** Asks and answers as soon as the answer begins. */
	public HttpResponse<InputStream> open(String path, String... headers) {
		return http.get(path, BodyHandlers.ofInputStream(), headers);
	}

	/** The token changes at sign-in: takes the new one from a page that only the signed-in see. */
	private Client renewed() {
		list();
		return this;
	}

	private String csrf() {
		String known = csrf;
		return known != null ? known : get("/sign-in").html().value("_csrf");
	}

	private Page remember(HttpResponse<String> response) {
		Page page = Page.of(response);
		if (page.body().contains("\"_csrf\"")) {
			csrf = page.html().value("_csrf");
		}
		return page;
	}
}
