package app.hark.messages;

import java.time.ZonedDateTime;

import app.hark.people.Person;

/**
 * A conversation as a line of its viewer's list.
 *
 * @param previewMine whether the viewer wrote the last message
 * @param deleted whether the last message was, so that there is no preview of it
 * @param lastMessageId orders the list: a later message has the greater id, whatever the clock said
 */
public record ConversationItem(long id, Person other, String preview, boolean previewMine, boolean deleted,
		ZonedDateTime at,
		long lastMessageId, long unread) {
}
