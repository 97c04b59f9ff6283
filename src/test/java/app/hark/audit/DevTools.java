package app.hark.audit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection to one target of Chromium, by the DevTools protocol: calls that have a number, and their answers. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

	/** Chromium gives tabs that nobody looks at what is left of a busy processor. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final String target;

	private final WebSocket socket;

	private final AtomicInteger calls = new AtomicInteger();

	private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

	private final StringBuilder part = new StringBuilder();

	/** @param target what the driver calls the handle of a window */
	DevTools(ChromeDriver driver, String target) {
		Map<?, ?> options = (Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions");
		this.target = target;
		this.socket = HttpClient.newHttpClient().newWebSocketBuilder()
				.buildAsync(URI.create("ws://" + options.get("debuggerAddress") + "/devtools/page/" + target), this)
				.join();
	}

	/** Waits for the answer. */
	JsonNode call(String method, Map<String, ?> parameters) {
		try {
			return send(method, parameters).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
		} catch (CompletionException failed) {
			throw new AssertionError("tab " + target + ", " + method + " " + parameters, failed);
		}
	}

	CompletableFuture<JsonNode> send(String method, Map<String, ?> parameters) {
		int id = calls.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		answers.put(id, answer);
		socket.sendText(
				JsonMapper.shared().writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
				true).join();
		return answer;
	}

	@Override
	public synchronized CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
		part.append(data);
		if (last) {
			JsonNode message = JsonMapper.shared().readTree(part.toString());
			part.setLength(0);
			CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt(0));
			if (answer != null && message.has("error")) {
				answer.completeExceptionally(new IllegalStateException(message.get("error").toString()));
			} else if (answer != null) {
				answer.complete(message.get("result"));
			}
		}
		from.request(1);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public void close() {
		socket.abort();
	}
}
