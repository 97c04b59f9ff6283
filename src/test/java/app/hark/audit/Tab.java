package app.hark.audit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One tab of a browser over a DevTools connection of its own, so that it can be frozen, hung and crashed: the driver that all
 * other tests use would give up the whole browser with it.
 */
final class Tab implements WebSocket.Listener, AutoCloseable {

	/** Chromium gives tabs that nobody looks at what is left of a busy processor. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/** Notes when each message that the page shows has come, with the token in it. */
	private static final String RECORD = """
			window.came = [];
			new MutationObserver(changes => {
				for (const {addedNodes} of changes) for (const node of addedNodes) {
					const token = node.textContent.match(/#([0-9a-f-]{36})/);
					if (node.matches?.('article') && token) came.push([token[1], Date.now()]);
				}
			}).observe(document.querySelector('[role=log]'), {childList: true}), null""";

	/** A page cannot ask for its own name among the clients of locks; but it knows which lock it has just taken. */
	private static final String HOLDS = """
			navigator.locks.request('probe' + Math.random(), async ({name}) => {
				const {held} = await navigator.locks.query();
				const me = held.find(lock => lock.name === name).clientId;
				return held.some(lock => lock.name.startsWith('hark-') && lock.clientId === me);
			})""";

	final String handle;

	private final WebSocket socket;

	private final AtomicInteger calls = new AtomicInteger();

	private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

	private final StringBuilder part = new StringBuilder();

	private Tab(String address, String handle) {
		this.handle = handle;
		this.socket = HttpClient.newHttpClient().newWebSocketBuilder()
				.buildAsync(URI.create("ws://" + address + "/devtools/page/" + handle), this).join();
	}

	/** The tab that this browser looks at. */
	static Tab of(ChromeDriver driver) {
		Map<?, ?> options = (Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions");
		return new Tab(String.valueOf(options.get("debuggerAddress")), driver.getWindowHandle());
	}

	void record() {
		evaluate(RECORD);
	}

	/** For each message that came since {@link #record()}, by its token, when it came first. */
	Map<String, Instant> came() {
		Map<String, Instant> came = new HashMap<>();
		evaluate("came").forEach(pair -> came.putIfAbsent(pair.get(0).asString(),
				Instant.ofEpochMilli(pair.get(1).asLong())));
		return came;
	}

	/** The text of each message, in the order on the page. */
	List<String> texts() {
		JsonNode texts = evaluate(
				"[...document.querySelectorAll('[role=log] article .body')].map(one => one.textContent)");
		return StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asString).toList();
	}

	/** Whether it is the one that holds the stream for all tabs. */
	boolean holds() {
		return evaluate(HOLDS).asBoolean();
	}

	boolean isLive() {
		return evaluate("document.getElementById('state')?.dataset.state === 'live'").asBoolean();
	}

	void shut() {
		call("Page.close", Map.of());
	}

	void freeze() {
		call("Page.setWebLifecycleState", Map.of("state", "frozen"));
	}

	void thaw() {
		call("Page.setWebLifecycleState", Map.of("state", "active"));
	}

	/** Its script does not come to an end for so long, and nothing else of it runs. */
	void hang(Duration time) {
		evaluate(
				"setTimeout(() => { const end = Date.now() + " + time.toMillis() + "; while (Date.now() < end); }, 0)");
	}

	/** Its process is gone at once, as when a tab is discarded or a phone needs the memory. */
	void crash() {
		send("Page.crash", Map.of());
	}

	/** Loads the page anew, as somebody does who looks at a discarded tab again. */
	void reload() {
		call("Page.reload", Map.of());
	}

	void toFront() {
		call("Page.bringToFront", Map.of());
	}

	JsonNode evaluate(String script) {
		JsonNode result = call("Runtime.evaluate",
				Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
		if (result.has("exceptionDetails")) {
			throw new AssertionError(result.toString());
		}
		return result.path("result").path("value");
	}

	private JsonNode call(String method, Map<String, ?> parameters) {
		try {
			return send(method, parameters).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
		} catch (CompletionException failed) {
			throw new AssertionError("tab " + handle + ", " + method + " " + parameters, failed);
		}
	}

	private CompletableFuture<JsonNode> send(String method, Map<String, ?> parameters) {
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
