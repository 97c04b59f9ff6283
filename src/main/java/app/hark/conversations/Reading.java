package app.hark.conversations;

import java.util.List;

import org.springframework.stereotype.Service;

import app.hark.delivery.Delivery;
import app.hark.delivery.Kind;
import app.hark.delivery.StorageUnavailableException;

/** Marks conversations as read, on all of the reader's devices, and as seen for those who wrote. */
@Service
public class Reading {

	private final Conversations conversations;
	private final Seen seen;
	private final Delivery delivery;

	Reading(Conversations conversations, Seen seen, Delivery delivery) {
		this.conversations = conversations;
		this.seen = seen;
		this.delivery = delivery;
	}

	/**
	 * Marks everything up to this number as read, of which something was not when it was looked at just now. It has been shown, which
	 * must not fail because it cannot be noted: it then stays unread.
	 */
	public void shown(long conversation, long reader, long upTo) {
		try {
			move(conversation, reader, upTo);
		} catch (StorageUnavailableException _) {
			// It is in the log already, and the next page tries again.
		}
	}

	/**
	 * Marks everything up to this number as read; what is read already changes nothing.
	 *
	 * @throws StorageUnavailableException if it cannot be kept at present
	 */
	void upTo(long seq, Conversation found, long reader) {
		if (found.lastReadSeq() < Math.min(seq, found.lastSeq())) {
			move(found.id(), reader, seq);
		}
	}

	private void move(long conversation, long reader, long upTo) {
		delivery.commit(log -> {
			var told = seen.toldOfReading(conversation, reader, upTo);
			boolean moved = conversations.read(conversation, reader, upTo);
			if (moved) {
				log.append(List.of(reader), Kind.CONVERSATION, conversation, null);
				log.append(told, Kind.CONVERSATION, conversation, null);
			}
			return moved;
		});
	}
}
