package app.hark.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.core.ConditionTimeoutException;

import app.hark.audit.Endpoint.For;
import app.hark.audit.History.Step;
import app.hark.drive.Client;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.StreamReader;

/** What people try with conversations that are not theirs, and what came of it. */
final class Attempts {

	/** No conversation and no message has it. */
	static final String ABSENT = "999999";

	/** What differs between two answers to one question: secrets made for each, and the ids that were asked for. */
	private static final String CHANGING = "value=\"[^\"]*\"|content=\"[^\"]*\"|/conversations/\\d+[^\"]*|%2Fconversations%2F\\d+[^\"]*";

	private static final String[][] HEADERS = {{}, {"HX-Request", "true"}};

	private final Scene scene;

	private final Sightings sightings = new Sightings();

	private final Set<String> spent = new HashSet<>();

	/** Whoever was first to sign up. */
	private final Scene.Member administrator;

	private int count;

	Attempts(Scene scene) {
		this.scene = scene;
		this.administrator = scene.members.stream()
				.filter(member -> member.device().get("/account/backups").status() == 200).findFirst().orElseThrow();
	}

	int count() {
		return count;
	}

	/** Everybody tries everything with every conversation that is not theirs. */
	void everyone() {
		for (Scene.Member victim : scene.members) {
			for (Html.Conversation chat : victim.device().list().html().conversations()) {
				if (victim.person().username().compareTo(chat.with()) < 0) {
					everyone(victim, chat);
				}
			}
		}
	}

	private void everyone(Scene.Member victim, Html.Conversation chat) {
		Client phone = victim.device().another().signIn(victim.person());
		Client former = victim.device().another().signIn(victim.person());
		Client left = former.via(scene.hark.url());
		former.signOut();
		Map<String, String> values = values(victim, chat.id());
		values.put("session", victim.device().get("/account").html().value("session"));
		visit("a visitor", phone.another(), values);
		visit("a former session", left, values);
		scene.members.stream().filter(member -> member != victim && !member.person().username().equals(chat.with()))
				.forEach(member -> stranger(member, values));
		if (phone.get("/conversations").status() != 200) {
			scene.history.error("somebody has ended a session of " + victim.person().username());
		}
	}

	private Map<String, String> values(Scene.Member victim, long chat) {
		Page page = victim.device().chat(chat);
		Html.Message newest = page.html().messages().getLast();
		var token = Sender.TOKEN.matcher(newest.text());
		return new HashMap<>(Map.of("id", Long.toString(chat), "q", "from:" + victim.person().username(), "before",
				Long.toString(newest.id()), "upTo",
				Long.toString(newest.seq()), "to", victim.person().username(), "username", victim.person().username(),
				"clientToken", token.find() ? token.group(1) : Client.freshToken(), "cursor", page.cursor()));
	}

	/** Whoever is not signed in gets the sign-in page or 401, whatever they ask for, and whether it exists or not. */
	private void visit(String who, Client device, Map<String, String> values) {
		for (Endpoint endpoint : Endpoint.values()) {
			for (String[] headers : HEADERS) {
				Page answer = ask(who, endpoint, device, values, headers);
				boolean leads = answer.location().startsWith("/sign-in") || answer.status() == 401;
				if (endpoint.whom != For.EVERYBODY && !leads) {
					scene.history.error(who + ", " + endpoint + ": " + answer);
				}
				same(who + ", " + endpoint, answer, ask(who, endpoint, device, absent(values), headers));
			}
		}
	}

	/** Whoever is in other conversations gets the same 404 for what is not theirs as for what does not exist. */
	private void stranger(Scene.Member stranger, Map<String, String> values) {
		String who = stranger.person().username();
		for (Endpoint endpoint : Endpoint.values()) {
			for (String[] headers : HEADERS) {
				if (endpoint == Endpoint.STREAM) {
					follow(stranger, values.get("cursor"));
				} else if (endpoint == Endpoint.SEND) {
					send(stranger, values, headers);
				} else if (endpoint.whom != For.THE_ADMINISTRATOR || stranger != administrator) {
					Page answer = ask(who, endpoint, stranger.device(), values, headers);
					if (endpoint.whom == For.MEMBERS || endpoint.whom == For.THE_ADMINISTRATOR) {
						if (answer.status() != 404) {
							scene.history.error(who + ", " + endpoint + ": " + answer);
						}
						same(who + ", " + endpoint, answer,
								ask(who, endpoint, stranger.device(), absent(values), headers));
					}
				}
			}
		}
		borrow(stranger, values);
	}

	/** In their own conversation, they ask for what was before a message of another. */
	private void borrow(Scene.Member stranger, Map<String, String> values) {
		Map<String, String> own = new HashMap<>(values);
		own.put("id", Long.toString(stranger.device().list().html().conversations().getFirst().id()));
		ask(stranger.person().username(), Endpoint.OLDER, stranger.device(), own);
	}

	/** They may write to anybody; the token of somebody else's message makes it no other message. */
	private void send(Scene.Member stranger, Map<String, String> values, String... headers) {
		String who = stranger.person().username();
		if (!spent.add(who + values.get("clientToken"))) {
			return;
		}
		String token = Client.freshToken();
		scene.history.add(token, Step.BEGUN, "");
		Map<String, String> mine = new HashMap<>(values);
		mine.put("body", "with a borrowed token #" + token);
		Page answer = note(who, Endpoint.SEND.ask(stranger.device(), mine, headers));
		scene.history.add(token, answer.status() < 400 ? Step.ACKNOWLEDGED : Step.REFUSED, "" + answer.status());
	}

	/** A cursor of somebody else's log is none of one's own. */
	private void follow(Scene.Member stranger, String cursor) {
		count++;
		try (StreamReader stream = stranger.device().streamAfter(cursor)) {
			stream.await("reset");
		} catch (ConditionTimeoutException _) {
			scene.history.error(stranger.person().username() + " resumed from somebody else's cursor");
		}
	}

	private Page ask(String who, Endpoint endpoint, Client device, Map<String, String> values, String... headers) {
		Map<String, String> all = new HashMap<>(values);
		String token = Client.freshToken();
		all.put("body", "not allowed #" + token);
		all.put("name", "Not allowed");
		all.put("emoji", "👍");
		if (spent.contains(who + values.get("clientToken"))) {
			all.put("clientToken", Client.freshToken());
		}
		if (endpoint == Endpoint.SAY || endpoint == Endpoint.SEND || endpoint == Endpoint.EDIT) {
			scene.history.add(token, Step.BEGUN, "");
			scene.history.add(token, Step.REFUSED, "expected");
		}
		Page answer = endpoint.ask(device, all, headers);
		if (answer.status() >= 500) {
			scene.history.error(who + ", " + endpoint + ": " + answer);
		}
		return note(who, answer);
	}

	private Page note(String who, Page answer) {
		count++;
		sightings.note(who, answer.body());
		return answer;
	}

	private static Map<String, String> absent(Map<String, String> values) {
		Map<String, String> absent = new HashMap<>(values);
		absent.putAll(Map.of("id", ABSENT, "before", ABSENT));
		return absent;
	}

	private void same(String what, Page one, Page other) {
		if (one.status() != other.status() || !plain(one.location()).equals(plain(other.location()))) {
			scene.history.error(what + ": one can tell " + one + " from " + other);
		}
	}

	private static String plain(String text) {
		return text.replaceAll(CHANGING, "");
	}

	/** Who saw the text of a message although its conversation is not theirs. */
	List<String> leaks(Stored stored) {
		return sightings.leaks(stored);
	}
}
