package app.hark.web;

import static java.util.stream.Collectors.joining;

import org.springframework.stereotype.Component;

import app.hark.conversations.Seen;
import app.hark.delivery.Entry;
import app.hark.delivery.Kind;
import app.hark.messages.ConversationList;
import app.hark.messages.MessageView;
import app.hark.messages.Timeline;
import app.hark.people.People;
import app.hark.people.Person;

/** What an entry looks like now: its conversation's line in the list, the message if it tells of one, its owner's mark. */
@Component
class EntryHtml {

	private final People people;
	private final ConversationList list;
	private final Timeline timeline;
	private final Seen seen;
	private final Fragments fragments;

	EntryHtml(People people, ConversationList list, Timeline timeline, Seen seen, Fragments fragments) {
		this.people = people;
		this.list = list;
		this.timeline = timeline;
		this.seen = seen;
		this.fragments = fragments;
	}

	/** Every look-up includes the owner, so what may no longer be seen comes out as nothing. */
	String html(long owner, Entry entry) {
		Long conversation = entry.conversationId();
		if (conversation == null) {
			return about(owner, entry);
		}
		return list.find(conversation, owner)
				.map(item -> fragments.render("messages/item", "item", item) + about(owner, entry)
						+ mark(conversation, owner))
				.orElse("");
	}

	private String about(long owner, Entry entry) {
		Long subject = entry.subjectId();
		if (subject == null) {
			return "";
		}
		return entry.kind() == Kind.PERSON ? name(people.get(subject)) : messages(owner, subject, entry.kind());
	}

	/** A message that has changed changes the answers that quote it, also for whoever came after it and sees only those. */
	private String messages(long owner, long id, Kind kind) {
		String found = timeline.find(id, owner).map(this::message).orElse("");
		return kind == Kind.CHANGE
				? found + timeline.quoting(id, owner).stream().map(this::message).collect(joining())
				: found;
	}

	/** Any entry may have moved it: a message of the owner is the newest one now, an answer means that it was seen. */
	private String mark(long conversation, long owner) {
		return seen.mark(conversation, owner).map(mark -> fragments.render("messages/mark", "mark", mark)).orElse("");
	}

	private String message(MessageView message) {
		return fragments.render("messages/message", "message", message);
	}

	/** Somebody may have been renamed: what they are called now. */
	private String name(Person person) {
		return fragments.render("people/name", "person", person);
	}
}
