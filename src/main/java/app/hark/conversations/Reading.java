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

	/** The same for whoever is shown them, which must not fail because it cannot be noted: they then stay unread. */
	public void shown(long seq, long conversation, long reader) {
		try {
			move(seq, conversation, reader);
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
			move(seq, found.id(), reader);
		}
	}

	private void move(long seq, long conversation, long reader) {
		delivery.commit(log -> {
			var told = seen.toldOfReading(conversation, reader, seq);
			boolean moved = conversations.read(conversation, reader, seq);
			if (moved) {
				log.append(List.of(reader), Kind.CONVERSATION, conversation, null);
				log.append(told, Kind.CONVERSATION, conversation, null);
			}
			return moved;
		});
	}
}
