package app.hark.delivery;

import org.jspecify.annotations.Nullable;

/**
 * One line of an inbox. It holds ids only: what they look like is made when the line is read, so that a replay shows the
 * present.
 *
 * @param position one more than the entry before it, without gaps
 * @param conversationId the conversation that it is about, if it is about one
 * @param subjectId the message or the person that it is about, if it is about one; its kind says which
 */
public record Entry(long position, String tag, Kind kind, @Nullable Long conversationId,
		@Nullable Long subjectId) {

	Cursor cursor() {
		return new Cursor(position, tag);
	}
}
