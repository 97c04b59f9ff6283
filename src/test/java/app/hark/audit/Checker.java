package app.hark.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.hark.audit.History.Step;

/** Compares what was noticed with what is stored. It knows nothing of how Hark works, only what must hold. */
final class Checker {

	private final History history;

	private final Stored stored;

	private final Findings findings = new Findings();

	private Checker(History history, Stored stored) {
		this.history = history;
		this.stored = stored;
	}

	static Findings check(History history, Stored stored) {
		Checker checker = new Checker(history, stored);
		checker.sends();
		checker.inboxes();
		new ReadingChecker(history, stored, checker.findings).check();
		history.screens().forEach(checker::screen);
		history.errors().forEach(error -> checker.findings.add(Figure.ERRORS, "%s", error));
		return checker.findings;
	}

	private void sends() {
		Map<String, Set<Step>> sends = history.sends();
		Map<String, Instant> acknowledged = history.acknowledged();
		Map<String, Long> kept = stored.messages().stream().filter(message -> !message.line())
				.collect(groupingBy(Stored.Message::token, counting()));
		sends.forEach((token, known) -> {
			if (known.contains(Step.ACKNOWLEDGED) && !kept.containsKey(token)
					&& !history.undone(acknowledged.get(token))) {
				findings.add(Figure.LOST, "%s", token);
			}
		});
		kept.forEach((token, times) -> {
			Set<Step> known = sends.getOrDefault(token, Set.of());
			if (!known.contains(Step.ACKNOWLEDGED) && !known.contains(Step.UNKNOWN)) {
				findings.add(Figure.UNEXPLAINED, "%s: %s", token, known);
			}
			if (times > 1) {
				findings.add(Figure.STORED_TWICE, "%s: %d times", token, times);
			}
		});
	}

	/** Every message has one entry in the inbox of each of its members and of nobody else, and positions are 1, 2, 3 … */
	private void inboxes() {
		Map<String, Map<Long, Long>> entries = new HashMap<>();
		stored.heads().forEach((owner, head) -> {
			List<Stored.Entry> inbox = stored.inboxes().getOrDefault(owner, List.of());
			for (int i = 0; i < inbox.size(); i++) {
				if (inbox.get(i).position() != i + 1) {
					findings.add(Figure.GAPS, "inbox of %s: %d at place %d", owner, inbox.get(i).position(), i + 1);
				}
			}
			if (inbox.size() != head) {
				findings.add(Figure.GAPS, "inbox of %s: head %d, %d entries", owner, head, inbox.size());
			}
			entries.put(owner, inbox.stream().filter(entry -> entry.kind().equals("message"))
					.collect(groupingBy(Stored.Entry::message, counting())));
		});
		stored.messages().forEach(message -> entries.forEach((owner, inbox) -> entries(message, owner,
				inbox.getOrDefault(message.id(), 0L))));
	}

	private void entries(Stored.Message message, String owner, long times) {
		boolean member = stored.isMember(owner, message.conversation());
		if (times > 0 && !member) {
			findings.add(Figure.LEAKED, "message %d is in the inbox of %s", message.id(), owner);
		} else if (member && times == 0) {
			findings.add(Figure.NEVER_SHOWN, "message %d is not in the inbox of %s", message.id(), owner);
		} else if (times > 1) {
			findings.add(Figure.SHOWN_TWICE, "message %d is %d times in the inbox of %s", message.id(), times, owner);
		}
	}

	private void screen(History.Seen seen) {
		List<String> kept = stored.messages().stream().filter(message -> message.conversation() == seen.conversation())
				.map(Stored.Message::body).toList();
		int from = Math.max(0, kept.size() - seen.fresh().size());
		if (!seen.fresh().equals(kept.subList(from, kept.size()))) {
			findings.add(Figure.DIFFERENT, "a fresh page of conversation %d is not what is stored",
					seen.conversation());
		}
		int shown = Math.max(0, kept.size() - seen.open().size());
		if (seen.open().size() < seen.fresh().size() || !seen.open().equals(kept.subList(shown, kept.size()))) {
			findings.add(Figure.DIFFERENT, "conversation %d: open %s, stored %s", seen.conversation(), seen.open(),
					kept.subList(shown, kept.size()));
		}
	}
}
