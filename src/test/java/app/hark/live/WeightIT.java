package app.hark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

@BrowserTest
class WeightIT {

	private static final long FORTY_KILOBYTES = 40_000;

	private static final List<String> TEXTS = List.of("Are you coming on Thursday?",
			"Yes, I'll bring the maps and the tent.",
			"Great. Bashir asked whether we could leave an hour earlier, because of the traffic at the bridge.",
			"Fine with me! Seven then, at the back door of the station?", "👍", "Don't forget the stove this time ;-)",
			"The forecast: dry until Saturday noon, then showers. https://example.org/forecast/thursday");

	private final HarkServer hark = HarkServer.shared();

	@Test
	void theFirstSignedInViewIsAtMostFortyKilobytesOverTheWire() {
		Person ada = People.someone();
		Client adas = Client.at(hark.url()).signUp(ada);
		long chat = 0;
		for (Person other : People.some(20)) {
			Client theirs = Client.at(hark.url()).signUp(other);
			chat = theirs.write(ada, TEXTS.get(2));
		}
		for (int i = 0; i < 60; i++) {
			adas.say(chat, TEXTS.get(i % TEXTS.size()));
		}
		Browser browser = Browser.at(hark.url()).signIn(ada).open("about:blank");
		browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
		browser.driver().manage().logs().get(LogType.PERFORMANCE);

		browser.open(chat).live();

		assertThat(browser.conversations()).hasSize(20);
		assertThat(browser.messages()).hasSize(50);
		Map<String, Long> weights = weights(browser);
		assertThat(weights.keySet()).as("page, script and style").anyMatch(url -> url.endsWith(".js"))
				.anyMatch(url -> url.endsWith(".css")).anyMatch(url -> url.contains("/conversations/"));
		assertThat(weights.values().stream().mapToLong(Long::longValue).sum()).as("bytes over the wire: %s", weights)
				.isLessThanOrEqualTo(FORTY_KILOBYTES);
	}

	/** Bytes that came over the wire, headers included, by address; what still streams counts with what has come so far. */
	private static Map<String, Long> weights(Browser browser) {
		Map<String, String> urls = new HashMap<>();
		Map<String, Long> bytes = new HashMap<>();
		for (LogEntry entry : browser.driver().manage().logs().get(LogType.PERFORMANCE)) {
			JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
			JsonNode event = message.get("params");
			String request = event.path("requestId").asString("");
			switch (message.get("method").asString()) {
				case "Network.responseReceived" -> {
					urls.put(request, event.get("response").get("url").asString());
					bytes.put(request, event.get("response").get("encodedDataLength").asLong());
				}
				case "Network.dataReceived" -> bytes.merge(request, event.get("encodedDataLength").asLong(), Long::sum);
				case "Network.loadingFinished" -> bytes.put(request, event.get("encodedDataLength").asLong());
				default -> {
				}
			}
		}
		return urls.entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getValue, url -> bytes.get(url.getKey()), Long::sum));
	}
}
