package app.hark.messages;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.hark.conversations.Seen.Mark;

/**
 * A conversation as its page shows it.
 *
 * @param conversationId null while nothing has been written
 * @param left whether the viewer is in it no more
 * @param people how many are in it, if it is a group
 * @param older the message before which there are more
 * @param newer whether there are more behind these, so that what arrives does not belong at their end
 * @param firstUnreadSeq the number of the first message that the viewer has not read, on this page or before it
 * @param lastSeq the number of the newest message shown
 * @param mark how far the viewer's newest message has come, on the newest page alone
 */
public record Chat(@Nullable Long conversationId, Face with, boolean left, @Nullable Integer people,
		List<MessageView> messages, @Nullable Long older,
		boolean newer,
		@Nullable Long firstUnreadSeq, long lastSeq, @Nullable Mark mark) {

	public boolean hasReactions() {
		return messages.stream().anyMatch(message -> !message.reactions().isEmpty());
	}

	/** Those before a message, or all. */
	public List<MessageView> before(@Nullable MessageView message) {
		return message == null ? messages : messages.stream().filter(one -> one.seq() < message.seq()).toList();
	}

	/** Those behind a message. */
	public List<MessageView> behind(MessageView message) {
		return messages.stream().filter(one -> one.seq() > message.seq()).toList();
	}

	static Chat empty(Face with) {
		return new Chat(null, with, false, null, List.of(), null, false, null, 0, null);
	}
}
