package app.hark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/**
 * What somebody waits for who opens a chat on a slow phone: {@code mvn verify -Pbench -Dit.test=FirstViewBenchmark}. The network is
 * as WebPageTest has it for "3G Fast", and nothing is in the browser's cache.
 */
@BrowserTest
class FirstViewBenchmark {

	private static final int ROUNDS = 5;

	/** Milliseconds there and back, and bytes a second. */
	private static final Map<String, Object> FAST_3G = Map.of("offline", false, "latency", 150, "downloadThroughput",
			1_600_000 / 8, "uploadThroughput", 768_000 / 8);

	/** What the browser has noted since the navigation began: the last largest paint in ms, and the sum of all shifts. */
	private static final String NOTED = """
			const done = arguments[0]; let paint = 0, shift = 0;
			const observe = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
				.observe({type, buffered: true});
			observe('largest-contentful-paint', entry => { paint = entry.startTime; });
			observe('layout-shift', entry => { shift += entry.value; });
			setTimeout(() => done([paint, shift]), 500);""";

	private static final Figures FIGURES = new Figures();

	@AfterEach
	void print() {
		FIGURES.print("Chromium, 1.6 Mbit/s, 150 ms there and back, empty cache");
	}

	@Test
	void largestPaintAndShift() throws InterruptedException {
		try (HarkServer hark = HarkServer.startLasting()) {
			Person ada = People.someone();
			Client adas = Client.at(hark.url()).signUp(ada);
			long chat = 0;
			for (Person other : People.some(20)) {
				chat = Client.at(hark.url()).signUp(other).write(ada, "Are you coming on Thursday?");
			}
			for (int i = 0; i < 60; i++) {
				adas.say(chat, "Great. Bashir asked whether we could leave an hour earlier, message " + i);
			}
			Browser browser = Browser.at(hark.url()).signIn(ada);
			for (int i = 0; i < 10; i++) {
				browser.open(chat).live();
			}
			double[] paints = new double[ROUNDS];
			double[] shifts = new double[ROUNDS];
			for (int round = 0; round < ROUNDS; round++) {
				browser.open("about:blank");
				browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
				browser.driver().executeCdpCommand("Network.emulateNetworkConditions", FAST_3G);
				browser.open(chat).live();
				Thread.sleep(Duration.ofSeconds(1));
				List<?> noted = (List<?>) browser.driver().executeAsyncScript(NOTED);
				paints[round] = ((Number) noted.getFirst()).doubleValue();
				shifts[round] = ((Number) noted.getLast()).doubleValue();
				assertThat(browser.messages()).hasSize(50);
			}
			FIGURES.add("largest contentful paint of a chat", "ms", 0, paints, "");
			FIGURES.add("layout shift", "", 3, shifts, "");
			assertThat(shifts).containsOnly(0);
			assertThat(paints).doesNotContain(0);
		}
	}
}
