package app.hark.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import app.hark.audit.Reading.Got;
import app.hark.drive.Browser;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.Page;

/** Hostile input through every field, header, path and cursor. What is acknowledged is looked for wherever it is shown. */
final class Hostile implements Drill {

	/** Enough that the two processors have something to do while a request waits for a silent stream. */
	private static final int ATTACKERS = 12;

	private static final long SEED = 20_261_122;

	private static final Set<String> EVENTS = Set.of("message", "conversation", "reset", "ping", "bye", "signed-out",
			"replaced", "typing", "presence");

	@Override
	public String title(Scale scale) {
		return "hostile input, " + requests(scale) + " requests";
	}

	/** Of six people each writes to the next but one; the last two have a browser open, which is spared most of it. */
	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT, "hark.stream.per-account=64");
		try (Scene scene = Scene.on(hark, 6)) {
			long[] chats = {scene.introduce(0, 1), scene.introduce(2, 3), scene.introduce(4, 5)};
			scene.read(hark.url(), 1);
			Map<String, String> kept = new ConcurrentHashMap<>();
			List<Display> displays = new ArrayList<>();
			if (Browser.isInstalled()) {
				displays.add(Display.open(scene, 5, chats[2]));
			}
			seeEveryPiece(scene, chats[2], kept);
			AtomicInteger left = new AtomicInteger(requests(scale));
			Crowd.each(ATTACKERS, i -> {
				Client device = scene.members.get(i % 4).device();
				Attacker attacker = new Attacker(scene, device, chats[i % 4 / 2], kept, new Random(SEED + i));
				Attacker spared = new Attacker(scene, scene.members.get(4).device(), chats[2], kept,
						new Random(SEED - i));
				for (int n = left.decrementAndGet(); n >= 0; n = left.decrementAndGet()) {
					(n % 50 == 0 ? spared : attacker).attack();
				}
			});
			scene.settle();
			Crowd.each(chats.length, i -> pages(scene, scene.members.get(2 * i + 1).device(), chats[i], kept));
			names(scene);
			displays.forEach(display -> display.complaints().forEach(scene.history::error));
			Verdict verdict = scene.end();
			stored(Stored.in(hark.data()), kept, verdict.findings());
			int events = streams(scene, kept, verdict.findings());
			return verdict.remarking(requests(scale) + " requests with seed " + SEED + ", " + kept.size()
					+ " acknowledged texts found as typed in the database, on the pages and in " + events + " events");
		}
	}

	/** Each piece alone, before they are mixed, on the conversation that the browser shows. */
	private static void seeEveryPiece(Scene scene, long chat, Map<String, String> kept) {
		Attacker attacker = new Attacker(scene, scene.members.get(4).device(), chat, kept, new Random(SEED));
		Corpus.PIECES.forEach(attacker::send);
	}

	private static void pages(Scene scene, Client reader, long chat, Map<String, String> kept) {
		String path = "/conversations/" + chat;
		while (!path.isEmpty()) {
			Page page = reader.get(path).expect(200);
			Html html = page.html();
			shown(html, kept).forEach(scene.history::error);
			path = html.older().orElse("");
		}
	}

	/** What is wrong with the messages in it; that it has none as they should be, where a text has broken it. */
	private static List<String> shown(Html html, Map<String, String> kept) {
		try {
			return html.messages().stream().flatMap(message -> compare(message.text(), kept).stream()).toList();
		} catch (AssertionError | NumberFormatException broken) {
			return List.of("broken markup: " + broken.getMessage());
		}
	}

	/** The reason, if a text that carries a token is not the one that was acknowledged for it. */
	private static java.util.Optional<String> compare(String shown, Map<String, String> kept) {
		var token = Sender.TOKEN.matcher(shown);
		String typed = token.find() ? kept.get(token.group(1)) : null;
		return typed == null || typed.equals(shown) ? java.util.Optional.empty()
				: java.util.Optional.of("typed " + Corpus.encoded(typed) + ", shown " + Corpus.encoded(shown));
	}

	private static void stored(Stored stored, Map<String, String> kept, Findings findings) {
		Map<String, String> bodies = stored.messages().stream()
				.collect(Collectors.toMap(Stored.Message::token, Stored.Message::body, (one, _) -> one));
		kept.forEach((token, typed) -> {
			if (!typed.equals(bodies.get(token))) {
				findings.add(Figure.DIFFERENT, "typed %s, stored %s", Corpus.encoded(typed), bodies.get(token));
			}
		});
	}

	/** Every event has a name that there is, and in it are the texts as they were typed. */
	private static int streams(Scene scene, Map<String, String> kept, Findings findings) {
		int events = 0;
		for (Reading reading : scene.history.readings()) {
			for (Reading.Noticed noticed : reading.noticed()) {
				if (noticed instanceof Got got) {
					events++;
					if (!EVENTS.contains(got.event())) {
						findings.add(Figure.DIFFERENT, "%s got an event %s: %s", reading.name, got.event(), got.data());
					}
					shown(Html.of(got.data()), kept)
							.forEach(why -> findings.add(Figure.DIFFERENT, "%s: %s", reading.name, why));
				}
			}
		}
		return events;
	}

	/** Each piece as a display name: where it is accepted, the other's list shows it as it was typed. */
	private static void names(Scene scene) {
		Client renamed = scene.members.get(4).device();
		Client other = scene.members.get(5).device();
		for (String piece : Corpus.PIECES) {
			String name = "x" + piece + "y";
			if (name.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
				continue;
			}
			Page answer = renamed.submit("/account/name", Map.of("displayName", name));
			if (answer.status() != 422) {
				answer.expectRedirect();
				String shown = other.list().html().first("//*[@id='conversation-items']//bdi[@class='name']")
						.orElseThrow()
						.getTextContent();
				if (!shown.equals(name)) {
					scene.history.error("called " + Corpus.encoded(name) + ", shown as " + Corpus.encoded(shown));
				}
			}
		}
	}

	private static int requests(Scale scale) {
		return scale.pick(2_000, 100_000);
	}
}
