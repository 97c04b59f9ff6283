package app.hark.messages;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import app.hark.conversations.Conversations;
import app.hark.conversations.Numbering;
import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;
import app.hark.delivery.Whispers;

/** Writes what happens to a group into its timeline: a message of a kind of its own, delivered as all others are. */
@Service
public class Lines {

	private final Conversations conversations;
	private final Numbering numbering;
	private final NewMessages newMessages;
	private final Delivery delivery;
	private final Clock clock;
	private final SecureRandom random;
	private final Whispers whispers;

	Lines(Conversations conversations, Numbering numbering, NewMessages newMessages, Delivery delivery, Clock clock,
			SecureRandom random,
			Whispers whispers) {
		this.conversations = conversations;
		this.numbering = numbering;
		this.newMessages = newMessages;
		this.delivery = delivery;
		this.clock = clock;
		this.random = random;
		this.whispers = whispers;
	}

	/**
	 * Makes a change together with the line that tells of it. Whoever was in the group before or is in it afterwards sees it.
	 *
	 * @param change what happens under the conversation's lock; it is given the number of the line
	 * @throws NotFound if the author is not in this conversation any more
	 */
	public void write(long conversation, long author, Line.Event event, @Nullable Long subject, String text,
			LongConsumer change) {
		delivery.commit(log -> write(() -> conversation, author, event, subject, text, change, log));
		// Who comes or goes sees others, and is seen by others, than before.
		whispers.tellWhoIsHere(conversations.members(conversation));
		if (subject != null) {
			whispers.tellWhoIsHere(List.of(subject));
		}
	}

	/** Makes a group together with its first line. Answers its id. */
	public long begin(LongSupplier group, long owner, String name) {
		return delivery.commit(log -> write(group, owner, Line.Event.MADE, null, name, _ -> {
		}, log));
	}

	private long write(LongSupplier made, long author, Line.Event event, @Nullable Long subject, String text,
			LongConsumer change, Delivery.Log log) {
		long conversation = made.getAsLong();
		var concerned = new TreeSet<>(conversations.members(conversation));
		long seq = numbering.next(conversation, author).orElseThrow(NotFound::new).seq();
		change.accept(seq);
		concerned.addAll(conversations.members(conversation));
		var line = newMessages.add(new Message(null, conversation, seq, author, Composer.freshToken(random), text, null,
				event.key(), subject, clock.instant()));
		log.append(concerned, Kind.MESSAGE, conversation, line.id());
		return conversation;
	}
}
