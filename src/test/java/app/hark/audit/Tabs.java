package app.hark.audit;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.core.ConditionTimeoutException;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;

/** Ten tabs of one browser, which share one stream: the one that holds it goes away, in every way in which tabs do. */
final class Tabs implements Drill {

	private static final int TABS = 10;

	/** Ten pages share what the browser leaves to those that nobody looks at; who is not there by then does not get there. */
	private static final Duration SETTLED = Duration.ofSeconds(90);

	@Override
	public String title(Scale scale) {
		return "ten tabs; the one that holds the stream is closed, frozen, discarded and hung, " + rounds(scale)
				+ " times each";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		assumeTrue(Browser.isInstalled(), "tabs need Chromium (Debian: apt install chromium chromium-driver)");
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, 2)) {
			long conversation = scene.introduce(0, 1);
			scene.read(hark.url(), 1);
			Browser browser = Browser.at(hark.url()).expectingFailedRequests().signIn(scene.members.get(1).person())
					.open("about:blank");
			// The driver does nothing more from a tab that has crashed once: it looks at this one, and opens the others
			// from it.
			String blank = browser.tab();
			List<Tab> tabs = new ArrayList<>();
			while (tabs.size() < TABS) {
				tabs.add(open(browser.look(blank), conversation));
			}
			Map<Fate, Duration> latest = new TreeMap<>();
			// Ten tabs show each message, and the stream is never silent for as long as a heartbeat.
			scene.write(hark.url(), 2, Duration.ofMillis(500));
			for (int round = 0; round < rounds(scale); round++) {
				for (Fate fate : Fate.values()) {
					latest.merge(fate, befall(fate, scene, tabs),
							(one, other) -> one.compareTo(other) > 0 ? one : other);
					if (fate == Fate.CLOSED) {
						tabs.add(open(browser.look(blank), conversation));
					}
				}
			}
			scene.settle();
			List<String> fresh = scene.members.get(1).device().chat(conversation).html().messages().stream()
					.map(Html.Message::text).toList();
			tabs.forEach(tab -> scene.history.add(new History.Seen(conversation, settled(tab, fresh), fresh)));
			tabs.forEach(Tab::close);
			browser.look(blank);
			return scene.end().remarking("latest message in another tab, in milliseconds after its acknowledgement: "
					+ latest.entrySet().stream().map(one -> one.getKey() + " " + one.getValue().toMillis()).toList());
		}
	}

	private static Tab open(Browser browser, long conversation) {
		browser.newTab();
		Tab tab = Tab.of(browser.open(conversation).driver());
		eventually(SETTLED, () -> assertThat(tab.isLive()).isTrue());
		tab.record();
		return tab;
	}

	/** Lets it happen to the tab that holds the stream. Answers how late the latest message came in any other. */
	private static Duration befall(Fate fate, Scene scene, List<Tab> tabs) {
		Tab holder = holder(tabs);
		List<Tab> others = tabs.stream().filter(tab -> tab != holder).toList();
		(fate.inView ? holder : others.getFirst()).toFront();
		Instant begun = Instant.now();
		fate.befall(holder);
		scene.awaitSends(20);
		Duration latest = catchUp(fate, scene, others, begun);
		switch (fate) {
			case CLOSED -> tabs.remove(holder);
			case FROZEN -> holder.thaw();
			case DISCARDED -> {
				holder.reload();
				eventually(SETTLED, holder::record);
			}
			case HUNG -> {
				// It has gone on by itself before it can be asked anything.
			}
		}
		catchUp(fate, scene, tabs, Instant.now());
		awaitLive(fate, scene, tabs);
		return latest;
	}

	/** While people go on writing, each tab says that it is live, whatever it was told by one that has lost the stream. */
	private static void awaitLive(Fate fate, Scene scene, List<Tab> tabs) {
		for (Tab tab : tabs) {
			Patience.await(SETTLED, () -> assertThat(tab.isLive()).isTrue());
			if (!tab.isLive()) {
				scene.history.error(fate + ": a tab that shows everything does not say that it is live");
			}
		}
	}

	/** Waits until all of these tabs show what is acknowledged by now, and one of them holds the stream. */
	private static Duration catchUp(Fate fate, Scene scene, List<Tab> tabs, Instant since) {
		Instant until = Instant.now();
		Map<String, Instant> sent = new TreeMap<>(scene.history.acknowledged());
		sent.values().removeIf(at -> at.isBefore(since) || at.isAfter(until));
		Duration latest = Duration.ZERO;
		for (Tab tab : tabs) {
			try {
				eventually(SETTLED, () -> assertThat(tab.came().keySet()).containsAll(sent.keySet()));
			} catch (ConditionTimeoutException late) {
				scene.history.error(fate + ": a tab did not get what was sent meanwhile: " + late.getMessage());
			}
			Map<String, Instant> came = tab.came();
			for (Map.Entry<String, Instant> one : sent.entrySet()) {
				Duration lag = Duration.between(one.getValue(), came.getOrDefault(one.getKey(), Instant.now()));
				latest = lag.compareTo(latest) > 0 ? lag : latest;
			}
		}
		if (latest.compareTo(fate.allowed) > 0) {
			scene.history.error(fate + ": a message came to another tab " + latest.toMillis() + " ms late");
		}
		return latest;
	}

	private static Tab holder(List<Tab> tabs) {
		List<Tab> holding = new ArrayList<>();
		eventually(SETTLED, () -> {
			holding.clear();
			tabs.stream().filter(Tab::holds).forEach(holding::add);
			assertThat(holding).as("tabs that hold the stream").hasSize(1);
		});
		return holding.getFirst();
	}

	/** What a tab shows once it ends with what a page made now ends with, or when it should have. */
	static List<String> settled(Tab tab, List<String> fresh) {
		Patience.await(SETTLED, () -> assertThat(tab.texts()).endsWith(fresh.getLast()));
		return tab.texts();
	}

	private static int rounds(Scale scale) {
		return scale.pick(1, 2);
	}
}
