package app.hark.handover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who practises: with a browser's cookies and forms, and with some streams. */
final class Visitor {

	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]*)\"");
	private static final Pattern CHAT = Pattern.compile("href=\"(/conversations/\\d+)\"");
	private static final Pattern CURSOR = Pattern.compile("name=\"cursor\" content=\"([^\"]*)\"");

	private final String address;
	private final String username;
	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
			.cookieHandler(new CookieManager()).executor(Executors.newVirtualThreadPerTaskExecutor()).build();

	private final Set<Stream<String>> open = ConcurrentHashMap.newKeySet();

	/** The page that was seen last. */
	private String page = "";

	private Visitor(String address, String username) {
		this.address = address;
		this.username = username;
	}

	static Visitor signUp(String address, String username) throws IOException, InterruptedException {
		var visitor = new Visitor(address, username);
		visitor.get("/sign-up");
		visitor.post("/sign-up", Map.of("username", username, "displayName", username, "password",
				UUID.randomUUID().toString()));
		visitor.get("/conversations");
		return visitor;
	}

	/** Looks at what there is, is written to while some streams are open, sees that the message comes by each, and answers. */
	void meets(Visitor other, int count) throws IOException, InterruptedException {
		get("/people?q=practice");
		get("/search?q=practice");
		get("/conversations/with/" + other.username);
		String cursor = found(CURSOR);
		try (var streams = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> seen = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				seen.add(streams.submit(() -> sees("event: message", cursor)));
			}
			try {
				other.post("/messages", Map.of("to", username, "body", "practice makes perfect", "clientToken",
						UUID.randomUUID().toString()));
				for (Future<Boolean> one : seen) {
					if (!one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
						throw new IOException("a stream ended without the message");
					}
				}
			} finally {
				open.forEach(Stream::close);
				open.clear();
				streams.shutdownNow();
			}
		} catch (ExecutionException | TimeoutException e) {
			throw new IOException(e);
		}
		answers();
	}

	/** In the chat of the list, as a browser with a script does. */
	private void answers() throws IOException, InterruptedException {
		get("/conversations");
		String chat = found(CHAT);
		get(chat);
		expect(200, send(form(chat + "/messages", Map.of("body", "practice makes perfect", "clientToken",
				UUID.randomUUID().toString())).header("HX-Request", "true")));
	}

	/** Follows a stream until it brings this line, or until it is closed. */
	private boolean sees(String line, String cursor) throws IOException, InterruptedException {
		var stream = http.send(request("/stream").header("Last-Event-ID", cursor).build(), BodyHandlers.ofLines());
		open.add(stream.body());
		return stream.body().anyMatch(line::equals);
	}

	private void get(String path) throws IOException, InterruptedException {
		page = expect(200, send(request(path)));
	}

	private void post(String path, Map<String, String> fields) throws IOException, InterruptedException {
		expect(302, send(form(path, fields)));
	}

	private HttpRequest.Builder form(String path, Map<String, String> fields) throws IOException {
		String form = Stream.concat(fields.entrySet().stream(), Stream.of(Map.entry("_csrf", found(CSRF))))
				.map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
				.collect(Collectors.joining("&"));
		return request(path).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
	}

	private static String expect(int status, HttpResponse<String> response) throws IOException {
		if (response.statusCode() / 100 != status / 100) {
			throw new IOException(response + " instead of " + status);
		}
		return response.body();
	}

	private String found(Pattern pattern) throws IOException {
		var found = pattern.matcher(page);
		if (!found.find()) {
			throw new IOException("no " + pattern + " in the page");
		}
		return found.group(1);
	}
}
