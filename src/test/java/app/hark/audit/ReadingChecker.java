package app.hark.audit;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import app.hark.audit.Reading.Got;
import app.hark.audit.Reading.Shown;

/** Compares what readers were shown by their streams with what is stored. */
final class ReadingChecker {

	private final History history;

	private final Stored stored;

	private final Map<Long, Stored.Message> messages;

	private final Findings findings;

	ReadingChecker(History history, Stored stored, Findings findings) {
		this.history = history;
		this.stored = stored;
		this.messages = stored.messages().stream().collect(toMap(Stored.Message::id, Function.identity()));
		this.findings = findings;
	}

	void check() {
		history.readings().forEach(this::reading);
	}

	private void reading(Reading reading) {
		Map<Long, Long> lastSeq = new HashMap<>();
		Map<Long, Long> times = new HashMap<>();
		long begin = reading.begin;
		long position = begin;
		int resets = 0;
		for (Got got : reading.entries()) {
			if (got.event().equals("reset")) {
				resets++;
				begin = got.position();
				lastSeq.clear();
				times.clear();
			} else if (got.position() != position + 1) {
				findings.add(Figure.GAPS, "%s: %d after %d", reading.name, got.position(), position);
			}
			position = got.position();
			for (Shown shown : got.messages()) {
				times.merge(shown.message(), 1L, Long::sum);
				long last = lastSeq.merge(shown.conversation(), shown.seq(), Math::max);
				if (last > shown.seq()) {
					findings.add(Figure.OUT_OF_ORDER, "%s: %d after %d", reading.name, shown.seq(), last);
				}
				shown(reading, shown, got);
			}
		}
		complete(reading, begin, times);
		resets(reading, resets);
	}

	/** The database is put back under a reader's feet as often as the history says, and never else. */
	private void resets(Reading reading, int resets) {
		if (resets != (history.restored() == null ? 0 : 1)) {
			findings.add(Figure.RESETS, "%s: %d", reading.name, resets);
		}
	}

	private void shown(Reading reading, Shown shown, Got got) {
		Stored.Message message = messages.get(shown.message());
		if (history.undone(got.at())) {
			return;
		}
		if (message == null) {
			findings.add(Figure.LOST, "message %d was shown to %s and is gone", shown.message(), reading.name);
		} else if (!stored.isMember(reading.owner, message.conversation())) {
			findings.add(Figure.LEAKED, "message %d to %s", shown.message(), reading.name);
		} else if (!message.token().equals(shown.token())) {
			findings.add(Figure.DIFFERENT, "message %d is %s, shown as %s", message.id(), message.token(),
					shown.token());
		}
	}

	/** A reader who came back has been shown each message behind where it began exactly once. */
	private void complete(Reading reading, long begin, Map<Long, Long> times) {
		stored.inboxes().getOrDefault(reading.owner, List.of()).stream()
				.filter(entry -> entry.position() > begin && entry.kind().equals("message")).forEach(entry -> {
					long shown = times.getOrDefault(entry.message(), 0L);
					if (shown == 0 && !reading.ended()) {
						findings.add(Figure.NEVER_SHOWN, "message %d to %s", entry.message(), reading.name);
					} else if (shown > 1) {
						findings.add(Figure.SHOWN_TWICE, "message %d to %s", entry.message(), reading.name);
					}
				});
	}
}
