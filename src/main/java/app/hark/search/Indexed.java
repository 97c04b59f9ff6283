package app.hark.search;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** A message as the index needs it. */
record Indexed(long id, long conversationId, long authorId, String body, OffsetDateTime createdAt,
		@Nullable OffsetDateTime editedAt, @Nullable OffsetDateTime deletedAt) {

	boolean isDeleted() {
		return deletedAt != null;
	}

	/** Changes whenever the message does. */
	String version() {
		return editedAt + " " + deletedAt;
	}
}
