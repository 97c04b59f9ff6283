package app.hark.messages;

import java.time.ZonedDateTime;
import java.util.List;

import app.hark.people.Person;

/**
 * A message as everybody sees it: the same for every viewer.
 *
 * @param at in UTC; the page shows it in the zone of whoever reads it
 * @param continues whether it goes on from the message before it: by the same author, within five minutes
 * @param firstOfDay whether the message before it is from another day, in UTC
 */
public record MessageView(long id, long conversationId, long seq, Person author, List<Run> runs, ZonedDateTime at,
		boolean continues, boolean firstOfDay) {
}
