package app.hark.messages;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A message as it is stored.
 *
 * @param seq its number in the conversation: 1, 2, 3 … in the order in which they count
 * @param replyToId the message of the same conversation that it answers, if it answers one
 * @param line what it tells of, if it is no message of its author but a line about the group
 * @param subjectId the person whom such a line tells of, if there is one
 * @param clientToken made by the page for one composition; unique for its author, for ever
 */
@Table("message")
record Message(@Id @Nullable Long id, long conversationId, long seq, long authorId, String clientToken, String body,
		@Nullable Long replyToId, @Nullable String line, @Nullable Long subjectId, Instant createdAt) {

	Message with(long newId) {
		return new Message(newId, conversationId, seq, authorId, clientToken, body, replyToId, line, subjectId,
				createdAt);
	}

	long identity() {
		return Objects.requireNonNull(id, "not stored yet");
	}
}
