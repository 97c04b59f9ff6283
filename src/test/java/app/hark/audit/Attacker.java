package app.hark.audit;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import app.hark.audit.History.Step;
import app.hark.audit.Wire.Answer;
import app.hark.drive.Client;

/** One device that sends hostile requests, as the owner of an account. Used by one thread. */
final class Attacker {

	private final Scene scene;

	private final Wire wire;

	private final Map<String, String> kept;

	private final RandomGenerator random;

	private final String cookie;

	private final String csrf;

	private final long conversation;

	/** @param kept gets what has been acknowledged: for each token the text as it is to be shown */
	Attacker(Scene scene, Client device, long conversation, Map<String, String> kept, RandomGenerator random) {
		this.scene = scene;
		this.wire = new Wire(scene.hark.port());
		this.kept = kept;
		this.random = random;
		this.conversation = conversation;
		this.csrf = device.chat(conversation).html().value("_csrf");
		this.cookie = "hark=" + device.cookies().get("hark");
	}

	/** Sends one request; complains where the answer is none, or blames the server. */
	void attack() {
		String text = Corpus.text(random);
		switch (random.nextInt(20)) {
			case 0, 1, 2 ->
					judge("GET", text, wire.send(head("GET", any(Targets.PATHS) + Corpus.encoded(text), "") + "\r\n"));
			case 3 -> judge("path", text,
					raw("GET " + any(Targets.PATHS) + text + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
			case 4, 5 -> header(text);
			case 6, 7 -> form(text);
			case 8 -> judge("field name", text, post("/messages", Corpus.encoded(text) + "=x&_csrf=" + csrf));
			case 9 -> judge("body", text, post("/messages", text));
			case 10 -> judge("line", text, raw(any(Targets.LINES).replace("%s", text)));
			case 11 -> judge("name", text,
					post("/account/name", "displayName=" + Corpus.encoded(text) + "&_csrf=" + csrf));
			default -> send(text);
		}
	}

	/** What is acknowledged must be there as it was typed, and what the rule allows must be acknowledged. */
	void send(String text) {
		String token = Client.freshToken();
		String typed = random.nextBoolean() ? text + " #" + token : "#" + token + " " + text;
		scene.history.add(token, Step.BEGUN, "");
		Answer answer = post("/conversations/" + conversation + "/messages",
				"body=" + Corpus.encoded(typed) + "&clientToken=" + token + "&_csrf=" + csrf);
		boolean taken = answer.status() == 303;
		scene.history.add(token, taken ? Step.ACKNOWLEDGED : answer.status() / 100 == 4 ? Step.REFUSED : Step.UNKNOWN,
				Integer.toString(answer.status()));
		if (taken != Corpus.isMessage(typed)) {
			complain(taken ? "taken" : "refused with " + answer.status(), typed);
		}
		if (taken) {
			kept.put(token, Corpus.asKept(typed));
		}
		judge("message", typed, answer);
	}

	private void header(String text) {
		String line = text.replaceAll("[\r\n]", random.nextBoolean() ? "" : "\r\n ");
		judge("header", text,
				raw(head("GET", random.nextBoolean() ? "/conversations" : "/people?q=a",
						any(Targets.HEADERS) + ": " + line)
						+ "\r\n"));
	}

	private void form(String text) {
		String[] form = any(Targets.FORMS).split("\\|");
		// A password takes long to compare; whoever waits for too long for it is told to come back.
		if (form[0].equals("/account/password") && random.nextInt(10) > 0) {
			return;
		}
		judge(form[0] + " " + form[1], text,
				post(form[0], form[1] + "=" + Corpus.encoded(text) + "&to=nobody&body=x&clientToken=x"
						+ (form[1].equals("_csrf") ? "" : "&_csrf=" + csrf)));
	}

	private Answer post(String path, String body) {
		int length = body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
		return wire
				.send(head("POST", path, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length)
						+ "\r\n" + body);
	}

	private String head(String method, String path, String more) {
		return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + cookie + "\r\n"
				+ (more.isEmpty() ? "" : more + "\r\n");
	}

	/** Where the request is none any more, the server may close without a word; but it has to close. */
	private Answer raw(String request) {
		Answer answer = wire.send(request);
		return answer.status() == 0 ? new Answer(400, "") : answer;
	}

	/** 501 and 505 are what a server has to say to codings and versions that it does not know (RFC 9110, 15.6). */
	private void judge(String what, String text, Answer answer) {
		boolean protocol = what.equals("line") && (answer.status() == 501 || answer.status() == 505);
		if (answer.status() < 200 || answer.status() >= 500 && !protocol) {
			complain(what + ": answered with " + answer.status(), text);
		}
		if (answer.text().contains("Exception") || answer.text().contains("\tat ")) {
			complain(what + ": an answer tells of the inside", text);
		}
	}

	private void complain(String what, String text) {
		String shown = text.length() > 200 ? text.substring(0, 200) + "… " + text.length() : text;
		scene.history.error(what + ": " + Corpus.encoded(shown) + " " + shown.replaceAll("\\p{Cntrl}", "?"));
	}

	private String any(List<String> all) {
		return all.get(random.nextInt(all.size()));
	}
}
