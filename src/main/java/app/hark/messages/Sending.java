package app.hark.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import app.hark.conversations.Conversations;
import app.hark.conversations.Numbering;
import app.hark.conversations.Typing;
import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;
import app.hark.delivery.Whispers;
import app.hark.people.People;
import app.hark.people.Person;

/** Sends messages: each exactly once per client token, however often and from wherever it is sent. */
@Service
class Sending {

	private static final Logger log = LoggerFactory.getLogger(Sending.class);

	private final People people;
	private final Messages messages;
	private final NewMessages newMessages;
	private final Timeline timeline;
	private final Conversations conversations;
	private final Numbering numbering;
	private final Delivery delivery;
	private final Typing typing;
	private final Whispers whispers;
	private final Clock clock;
	private final Timer sends;

	Sending(People people, Messages messages, NewMessages newMessages, Timeline timeline, Conversations conversations,
			Numbering numbering,
			Delivery delivery, Typing typing, Whispers whispers, Clock clock, MeterRegistry registry) {
		this.people = people;
		this.messages = messages;
		this.newMessages = newMessages;
		this.timeline = timeline;
		this.conversations = conversations;
		this.numbering = numbering;
		this.delivery = delivery;
		this.typing = typing;
		this.whispers = whispers;
		this.clock = clock;
		this.sends = registry.timer("hark.send");
	}

	/**
	 * Sends to a person and makes the conversation if there is none.
	 *
	 * @param replyTo what it answers, from a page on which the conversation began; one of another conversation is none
	 */
	Message to(String username, long author, String typed, @Nullable Long replyTo, String token) {
		return send(() -> {
			long other = recipient(username, author);
			return () -> conversations.open(author, other);
		}, author, typed, replyTo, token);
	}

	/**
	 * Sends into a conversation that the author is in.
	 *
	 * @param replyTo the message that it answers; one of another conversation is none
	 */
	Message into(long conversation, long author, String typed, @Nullable Long replyTo, String token) {
		return send(() -> {
			// Who is not in it is not told what is wrong with a text; all others the transaction finds.
			if (!(MessageBody.of(typed) instanceof MessageBody.Accepted)
					&& conversations.find(conversation, author).isEmpty()) {
				throw Refused.gone("conversation.gone");
			}
			return () -> conversation;
		}, author, typed, replyTo, token);
	}

	/** A token that counted once stands for its message, whatever comes with it the second time. */
	private Message send(Supplier<LongSupplier> target, long author, String typed, @Nullable Long replyTo,
			String token) {
		if (!Composer.isToken(token)) {
			throw Refused.because("message.token");
		}
		try {
			return deliver(target.get(), author, Refused.unlessAccepted(MessageBody.of(typed)), replyTo, token);
		} catch (Refused refused) {
			return messages.findByAuthorIdAndClientToken(author, token).orElseThrow(() -> refused);
		}
	}

	private Message deliver(LongSupplier conversation, long author, String body, @Nullable Long replyTo, String token) {
		long begun = System.nanoTime();
		try {
			var sent = delivery.commit(told -> post(conversation.getAsLong(), author, body, replyTo, token, told));
			var took = Duration.ofNanos(System.nanoTime() - begun);
			sends.record(took);
			told(sent);
			log.debug("sent: message {}, {} µs", sent.id(), took.toNanos() / 1_000);
			return sent;
		} catch (DuplicateKeyException e) {
			var first = messages.findByAuthorIdAndClientToken(author, token).orElseThrow(() -> e);
			// It may have committed this very moment: answer only when it is durable as well.
			return delivery.commit(_ -> first);
		}
	}

	/** What is only true for the moment: it is written now, and with the first message two people know each other. */
	private void told(Message sent) {
		typing.ends(sent.conversationId(), sent.authorId());
		if (sent.seq() == 1) {
			whispers.tellWhoIsHere(conversations.members(sent.conversationId()));
		}
	}

	private long recipient(String username, long author) {
		long other = people.named(username).map(Person::id)
				.orElseThrow(() -> Refused.gone("recipient.unknown", username));
		if (other == author) {
			throw Refused.gone("recipient.self");
		}
		return other;
	}

	private Message post(long conversation, long author, String body, @Nullable Long replyTo, String token,
			Delivery.Log told) {
		var place = numbering.nextOwn(conversation, author).orElseThrow(() -> Refused.gone("conversation.gone"));
		Long answered = timeline.answered(replyTo, conversation, author).map(MessageView::id).orElse(null);
		var message = newMessages.add(
				new Message(null, conversation, place.seq(), author, token, body, answered, null, null,
						clock.instant()));
		told.append(place.members(), Kind.MESSAGE, conversation, message.id());
		return message;
	}
}
