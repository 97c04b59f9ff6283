package app.hark.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;

/** Everyone against everyone: each endpoint with each id of others, by people, signed-out visitors and former sessions. */
final class Strangers implements Drill {

	@Override
	public String title(Scale scale) {
		return "everyone against everyone: every endpoint, every id, " + people(scale)
				+ " people, visitors, former sessions";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, people(scale))) {
			scene.read(hark.url(), 1);
			scene.write(hark.url(), 2 * people(scale), Duration.ofMillis(20));
			scene.awaitSends(40 * people(scale));
			Attempts attempts = new Attempts(scene);
			attempts.everyone();
			scene.settle();
			attempts.everyone();
			List<Timing> timings = timings(scene, scale.pick(100, 150));
			timings.stream().filter(Timing::tells).forEach(timing -> scene.history.error("one can tell: " + timing));
			Verdict verdict = scene.end();
			attempts.leaks(Stored.in(hark.data())).forEach(leak -> verdict.findings().add(Figure.LEAKED, "%s", leak));
			return verdict
					.remarking(attempts.count() + " attempts; median ms (not mine / does not exist / does not exist): "
							+ timings);
		}
	}

	/** A person who is not in the conversation asks for it and for one that does not exist; and somebody who is nobody signs in. */
	private static List<Timing> timings(Scene scene, int times) {
		Scene.Member victim = scene.members.getFirst();
		Html.Conversation chat = victim.device().list().html().conversations().getFirst();
		Client stranger = scene.members.stream().filter(member -> member != victim
				&& !member.person().username().equals(chat.with())).findFirst().orElseThrow().device();
		Map<String, String> absent = Map.of("id", Attempts.ABSENT, "before", Attempts.ABSENT, "upTo", "1", "body", "x",
				"name", "x",
				"emoji", "👍");
		Map<String, String> foreign = new HashMap<>(absent);
		foreign.put("id", Long.toString(chat.id()));
		foreign.put("before", Long.toString(victim.device().chat(chat.id()).html().messages().getLast().id()));
		List<Timing> timings = new ArrayList<>(Stream.of(Endpoint.values())
				.filter(endpoint -> endpoint.whom == Endpoint.For.MEMBERS)
				.map(endpoint -> Timing.of(endpoint.name(), times, () -> ask(endpoint, stranger, foreign),
						() -> ask(endpoint, stranger, absent)))
				.toList());
		Client nobody = stranger.another();
		timings.add(
				Timing.of("SIGN_IN", times / 10, () -> nobody.trySignIn(victim.person().username(), "not my password"),
						() -> nobody.trySignIn("nobody.at.all", "not my password")));
		return timings;
	}

	private static void ask(Endpoint endpoint, Client stranger, Map<String, String> values) {
		Map<String, String> fresh = new HashMap<>(values);
		fresh.put("clientToken", Client.freshToken());
		endpoint.ask(stranger, fresh);
	}

	private static int people(Scale scale) {
		return scale.pick(3, 4);
	}
}
