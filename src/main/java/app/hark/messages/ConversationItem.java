package app.hark.messages;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A conversation as a line of its viewer's list.
 *
 * @param lastMessageId orders the list: a later message has the greater id, whatever the clock said
 */
public record ConversationItem(long id, Face with, Preview preview, ZonedDateTime at, long lastMessageId,
		long unread) {

	/**
	 * The last message, as one line.
	 *
	 * @param text its beginning
	 * @param mine whether the viewer wrote it
	 * @param author who wrote it, in a group
	 * @param deleted whether it was, so that there is no text
	 * @param line the key of what it tells of, if it is a line about the group
	 * @param subject whom such a line tells of, if of anybody
	 */
	public record Preview(String text, boolean mine, @Nullable String author, boolean deleted, @Nullable String line,
			@Nullable String subject) {
	}
}
