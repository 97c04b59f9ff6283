package app.hark.messages;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Service;

import app.hark.conversations.Conversations;
import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;

/** Changes messages after they were sent, which only their authors may. Everybody in the conversation sees it at once. */
@Service
class Editing {

	private final Timeline timeline;
	private final Messages messages;
	private final Reactions reactions;
	private final Conversations conversations;
	private final Delivery delivery;
	private final Clock clock;

	Editing(Timeline timeline, Messages messages, Reactions reactions, Conversations conversations, Delivery delivery,
			Clock clock) {
		this.timeline = timeline;
		this.messages = messages;
		this.reactions = reactions;
		this.conversations = conversations;
		this.delivery = delivery;
		this.clock = clock;
	}

	/** Gives a message another text; the same text changes nothing. */
	void edit(long id, long author, String typed) {
		var message = own(id, author);
		String text = Refused.unlessAccepted(MessageBody.of(typed));
		if (message.deleted()) {
			throw Refused.because("message.deleted.edit");
		}
		change(message, () -> messages.edit(id, text, clock.instant()));
	}

	/** Leaves nothing of a message but that there was one. A second time changes nothing. */
	void delete(long id, long author) {
		change(own(id, author), () -> {
			boolean deleted = messages.delete(id, clock.instant());
			if (deleted) {
				reactions.clear(id);
			}
			return deleted;
		});
	}

	private MessageView own(long id, long author) {
		return timeline.find(id, author)
				.filter(message -> message.author().id() == author && message.line() == null)
				.filter(message -> conversations.members(message.conversationId()).contains(author))
				.orElseThrow(NotFound::new);
	}

	private void change(MessageView message, BooleanSupplier change) {
		delivery.commit(log -> {
			boolean changed = change.getAsBoolean();
			if (changed) {
				log.append(timeline.concerned(message), Kind.CHANGE, message.conversationId(),
						message.id());
			}
			return changed;
		});
	}
}
