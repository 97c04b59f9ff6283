package app.hark.messages;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import app.hark.conversations.Conversation;
import app.hark.conversations.Conversations;
import app.hark.conversations.Reading;
import app.hark.conversations.Seen;
import app.hark.conversations.Seen.Mark;
import app.hark.delivery.Ends;
import app.hark.delivery.Snapshots;
import app.hark.people.People;

/** Opens conversations for those who are in them. */
@Service
class Chats {

	private final People people;
	private final Conversations conversations;
	private final Reading reading;
	private final Seen seen;
	private final Timeline timeline;
	private final Ends ends;
	private final Snapshots snapshots;

	Chats(People people, Conversations conversations, Reading reading, Seen seen, Timeline timeline,
			Ends ends, Snapshots snapshots) {
		this.people = people;
		this.conversations = conversations;
		this.reading = reading;
		this.seen = seen;
		this.timeline = timeline;
		this.ends = ends;
		this.snapshots = snapshots;
	}

	/** The newest page of the chat with this person, empty if neither has written yet. */
	Chat with(String username, long viewer) {
		var other = people.named(username).filter(person -> person.id() != viewer).orElseThrow(NotFound::new);
		return conversations.between(viewer, other.id()).map(found -> shown(newest(found, viewer), viewer))
				.orElseGet(() -> Chat.empty(Face.of(other)));
	}

	/** The newest page, or the one before a message. */
	Chat open(long id, @Nullable Long before, long viewer) {
		var chat = snapshots.of(viewer, ends.of(viewer), new Opened(id, before), found -> found.messages().size(),
				() -> read(id, before, viewer));
		return shown(chat, viewer);
	}

	private record Opened(long conversation, @Nullable Long before) {
	}

	private Chat read(long id, @Nullable Long before, long viewer) {
		var conversation = conversations.find(id, viewer).orElseThrow(NotFound::new);
		return before == null ? newest(conversation, viewer) : before(conversation, before, viewer);
	}

	/** Whether this person is in the conversation now. */
	boolean isIn(long id, long person) {
		return conversations.find(id, person).filter(found -> !found.left()).isPresent();
	}

	/** The page that this message is on, with what was said before and after it. */
	Chat at(MessageView message, long viewer) {
		var conversation = conversations.find(message.conversationId(), viewer).orElseThrow(NotFound::new);
		if (message.seq() > conversation.lastSeq() - Timeline.PAGE) {
			return shown(newest(conversation, viewer), viewer);
		}
		return chat(conversation, timeline.page(conversation.id(), message.seq() + Timeline.PAGE / 2, viewer), true,
				null, null);
	}

	/** The message of this conversation that is to be answered; none if it is not there. */
	@Nullable Quote quote(long conversation, @Nullable Long message, long viewer) {
		return timeline.answered(message, conversation, viewer).map(Quote::of).orElse(null);
	}

	/** Whoever is shown the newest page has read it. */
	private Chat shown(Chat chat, long viewer) {
		if (chat.conversationId() != null && chat.firstUnreadSeq() != null) {
			reading.shown(chat.conversationId(), viewer, chat.lastSeq());
		}
		return chat;
	}

	private Chat newest(Conversation conversation, long viewer) {
		var messages = timeline.page(conversation.id(), Long.MAX_VALUE, viewer);
		return chat(conversation, messages, false, firstUnread(conversation),
				seen.mark(conversation.id(), viewer).orElse(null));
	}

	private Chat before(Conversation conversation, long message, long viewer) {
		long seq = timeline.seq(conversation.id(), message).orElseThrow(NotFound::new);
		return chat(conversation, timeline.page(conversation.id(), seq, viewer), true, null, null);
	}

	private Chat chat(Conversation conversation, List<MessageView> messages, boolean newer,
			@Nullable Long firstUnread, @Nullable Mark mark) {
		Long older = messages.isEmpty() || messages.getFirst().seq() == conversation.fromSeq() + 1 ? null
				: messages.getFirst().id();
		long lastSeq = messages.isEmpty() ? 0 : messages.getLast().seq();
		var group = conversation.group();
		return new Chat(conversation.id(), face(conversation), conversation.left(),
				group == null ? null : conversations.members(conversation.id()).size(), messages, older, newer,
				firstUnread, lastSeq, mark);
	}

	private Face face(Conversation conversation) {
		var group = conversation.group();
		return group == null ? Face.of(requireNonNull(conversation.other()))
				: Face.ofGroup(conversation.id(), group.name());
	}

	private static @Nullable Long firstUnread(Conversation conversation) {
		return conversation.lastReadSeq() < conversation.lastSeq() ? conversation.lastReadSeq() + 1 : null;
	}
}
