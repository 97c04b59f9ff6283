package app.hark.conversations;

import java.util.List;

import org.springframework.stereotype.Service;

import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;

/** Marks conversations as read, on all of the reader's devices. */
@Service
public class Reading {

	private final Conversations conversations;
	private final Delivery delivery;

	Reading(Conversations conversations, Delivery delivery) {
		this.conversations = conversations;
		this.delivery = delivery;
	}

	/** Marks everything up to this number as read; what is read already changes nothing. */
	public void upTo(long seq, Conversation found, long reader) {
		long conversation = found.id();
		if (found.lastReadSeq() < Math.min(seq, found.lastSeq())) {
			delivery.commit(log -> {
				boolean moved = conversations.read(conversation, reader, seq);
				if (moved) {
					log.append(List.of(reader), Kind.CONVERSATION, conversation, null);
				}
				return moved;
			});
		}
	}
}
