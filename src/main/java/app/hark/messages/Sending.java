package app.hark.messages;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import app.hark.conversations.Conversation;
import app.hark.conversations.Conversations;
import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;

/** Sends messages: each exactly once per client token, however often and from wherever it is sent. */
@Service
class Sending {

	private static final Logger log = LoggerFactory.getLogger(Sending.class);
	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

	/** Two people who write to each other for the first time at once clash at most once over the conversation. */
	private static final int ATTEMPTS = 3;

	private final Messages messages;
	private final Conversations conversations;
	private final Delivery delivery;
	private final Clock clock;

	Sending(Messages messages, Conversations conversations, Delivery delivery, Clock clock) {
		this.messages = messages;
		this.conversations = conversations;
		this.delivery = delivery;
		this.clock = clock;
	}

	/** Sends to a person and makes the conversation if there is none. */
	Message to(long other, long author, String typed, String token) {
		return send(() -> conversations.between(author, other).map(Conversation::id)
				.orElseGet(() -> conversations.open(author, other)), author, typed, token);
	}

	/** @throws NotFound if the author is not in this conversation */
	Message into(long conversation, long author, String typed, String token) {
		if (conversations.find(conversation, author).isEmpty()) {
			throw new NotFound();
		}
		return send(() -> conversation, author, typed, token);
	}

	private Message send(LongSupplier conversation, long author, String typed, String token) {
		String body = check(typed, token);
		long begun = System.nanoTime();
		for (int attempt = 1;; attempt++) {
			try {
				var sent = delivery.commit(told -> post(conversation.getAsLong(), author, body, token, told));
				log.debug("sent: message {}, {} µs", sent.id(),
						Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1000);
				return sent;
			} catch (DuplicateKeyException e) {
				var first = messages.findByAuthorIdAndClientToken(author, token);
				if (first.isPresent()) {
					// It may have committed this very moment: answer only when it is durable as well.
					return delivery.commit(_ -> first.get());
				}
				if (attempt == ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	private Message post(long conversation, long author, String body, String token, Delivery.Log told) {
		long seq = conversations.nextSeq(conversation, author).orElseThrow(NotFound::new);
		var message = messages.save(new Message(null, conversation, seq, author, token, body, clock.instant()));
		told.append(conversations.members(conversation), Kind.MESSAGE, conversation, message.id());
		return message;
	}

	private static String check(String typed, String token) {
		if (!TOKEN.matcher(token).matches()) {
			throw new Refused("message.token");
		}
		return switch (MessageBody.of(typed)) {
			case MessageBody.Accepted accepted -> accepted.text();
			case MessageBody.Refused refused -> throw new Refused(refused.reason().key(), refused.characters());
		};
	}
}
