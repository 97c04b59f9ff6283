package app.hark.web;

import static java.util.stream.Collectors.joining;

import org.springframework.stereotype.Component;

import app.hark.conversations.Seen;
import app.hark.delivery.Entry;
import app.hark.delivery.Kind;
import app.hark.messages.ConversationList;
import app.hark.messages.ConversationList.Latest;
import app.hark.messages.Timeline;
import app.hark.people.People;

/** What an entry looks like now: its conversation's line in the list, the message if it tells of one, its owner's mark. */
@Component
class EntryHtml {

	private final People people;
	private final ConversationList list;
	private final Timeline timeline;
	private final Seen seen;
	private final Pieces pieces;

	EntryHtml(People people, ConversationList list, Timeline timeline, Seen seen, Pieces pieces) {
		this.people = people;
		this.list = list;
		this.timeline = timeline;
		this.seen = seen;
		this.pieces = pieces;
	}

	/** Every look-up includes the owner, so what may no longer be seen comes out as nothing. */
	String html(long owner, Entry entry) {
		Long conversation = entry.conversationId();
		return conversation == null ? person(entry)
				: list.latest(conversation, owner).map(
						latest -> pieces.item(latest.item()) + about(owner, entry, latest) + mark(conversation, owner))
						.orElse("");
	}

	private String about(long owner, Entry entry, Latest latest) {
		Long subject = entry.subjectId();
		if (subject == null || entry.kind() == Kind.PERSON) {
			return person(entry);
		}
		String found = latest.message(subject).or(() -> timeline.find(subject, owner)).map(pieces::message).orElse("");
		return entry.kind() == Kind.CHANGE ? found + answers(owner, subject) : found;
	}

	private String person(Entry entry) {
		Long subject = entry.subjectId();
		return subject == null ? "" : pieces.name(people.get(subject));
	}

	/** A message that has changed changes the answers that quote it, also for whoever came after it and sees only those. */
	private String answers(long owner, long id) {
		return timeline.quoting(id, owner).stream().map(pieces::message).collect(joining());
	}

	/** Any entry may have moved it: a message of the owner is the newest one now, an answer means that it was seen. */
	private String mark(long conversation, long owner) {
		return seen.mark(conversation, owner).map(pieces::mark).orElse("");
	}
}
