package app.hark.messages;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.hark.people.Person;

/**
 * A message as everybody sees it: the same for every viewer.
 *
 * @param at in UTC; the page shows it in the zone of whoever reads it
 * @param continues whether it goes on from the message before it: by the same author, within five minutes
 * @param text as typed, empty once it is deleted
 * @param firstOfDay whether the message before it is from another day, in UTC
 * @param line what it tells of, if it is a line about the group; the text then is the group's name
 * @param quote what it answers, if it answers something
 * @param reactions by emoji, none if it is deleted
 */
public record MessageView(long id, long conversationId, long seq, Person author, String text, ZonedDateTime at,
		boolean continues, boolean firstOfDay, boolean edited, boolean deleted, @Nullable Quote quote,
		@Nullable Line line, List<Reaction> reactions) {

	MessageView with(List<Reaction> others) {
		return new MessageView(id, conversationId, seq, author, text, at, continues, firstOfDay, edited, deleted, quote,
				line, others);
	}

	/** The text, with its links. */
	public List<Run> getRuns() {
		return Links.in(text);
	}
}
