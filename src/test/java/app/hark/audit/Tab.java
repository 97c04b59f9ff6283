package app.hark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;

/**
 * One tab of a browser over a DevTools connection of its own, so that it can be frozen, hung and crashed: the driver that all
 * other tests use would give up the whole browser with it.
 */
final class Tab implements AutoCloseable {

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

	private final DevTools tools;

	private final Map<String, Instant> came = new ConcurrentHashMap<>();

	/** How much of what the page has noted is in {@link #came} already. Asked by one thread at a time. */
	private int heard;

	private Tab(ChromeDriver driver, String handle) {
		this.tools = new DevTools(driver, handle);
	}

	/** The tab that this browser looks at. */
	static Tab of(ChromeDriver driver) {
		return new Tab(driver, driver.getWindowHandle());
	}

	void record() {
		evaluate(RECORD);
		heard = 0;
	}

	/** For each message that came since {@link #record()} was first called, by its token, when it came first. */
	Map<String, Instant> came() {
		evaluate("came.slice(" + heard + ")").forEach(pair -> {
			came.putIfAbsent(pair.get(0).asString(), Instant.ofEpochMilli(pair.get(1).asLong()));
			heard++;
		});
		return Map.copyOf(came);
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
		tools.call("Page.close", Map.of());
	}

	void freeze() {
		tools.call("Page.setWebLifecycleState", Map.of("state", "frozen"));
	}

	void thaw() {
		tools.call("Page.setWebLifecycleState", Map.of("state", "active"));
	}

	/** Its script does not come to an end for so long, and nothing else of it runs. */
	void hang(Duration time) {
		evaluate(
				"setTimeout(() => { const end = Date.now() + " + time.toMillis() + "; while (Date.now() < end); }, 0)");
	}

	/** Its process is gone at once, as when a tab is discarded or a phone needs the memory. */
	void crash() {
		tools.send("Page.crash", Map.of());
	}

	/** Loads the page anew, as somebody does who looks at a discarded tab again. */
	void reload() {
		tools.call("Page.reload", Map.of());
	}

	void toFront() {
		tools.call("Page.bringToFront", Map.of());
	}

	JsonNode evaluate(String script) {
		JsonNode result = tools.call("Runtime.evaluate",
				Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
		if (result.has("exceptionDetails")) {
			throw new AssertionError(result.toString());
		}
		return result.path("result").path("value");
	}

	@Override
	public void close() {
		tools.close();
	}
}
