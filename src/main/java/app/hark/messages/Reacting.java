package app.hark.messages;

import java.time.Clock;

import org.springframework.stereotype.Service;

import app.hark.conversations.Conversations;
import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;

/** Reacts to messages with emoji, each person with each emoji once. Everybody in the conversation sees it at once. */
@Service
class Reacting {

	/** So many different emoji one message can have; more would bury it. */
	static final int MOST = 20;

	private final Timeline timeline;
	private final Messages messages;
	private final Reactions reactions;
	private final Conversations conversations;
	private final Delivery delivery;
	private final Clock clock;

	Reacting(Timeline timeline, Messages messages, Reactions reactions, Conversations conversations,
			Delivery delivery, Clock clock) {
		this.timeline = timeline;
		this.messages = messages;
		this.reactions = reactions;
		this.conversations = conversations;
		this.delivery = delivery;
		this.clock = clock;
	}

	/** Adds this person's reaction, or takes it away if it is there. */
	void toggle(long id, long person, String typed) {
		var message = timeline.find(id, person).filter(found -> found.line() == null)
				.filter(found -> conversations.members(found.conversationId()).contains(person))
				.orElseThrow(NotFound::new);
		var emoji = Emoji.of(typed).orElseThrow(() -> Refused.because("reaction.emoji"));
		delivery.commit(log -> {
			toggle(id, person, emoji);
			log.append(timeline.concerned(message), Kind.CHANGE, message.conversationId(), id);
			return id;
		});
	}

	/** The lock on the message keeps out its deletion, and the twenty-first emoji from somebody else. */
	private void toggle(long id, long person, Emoji emoji) {
		if (!messages.lock(id)) {
			throw Refused.because("reaction.deleted");
		}
		if (reactions.takeAway(id, person, emoji)) {
			return;
		}
		if (reactions.others(id, emoji) >= MOST) {
			throw Refused.because("reaction.many", MOST);
		}
		reactions.add(id, person, emoji, clock.instant());
	}
}
