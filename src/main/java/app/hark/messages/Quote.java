package app.hark.messages;

import app.hark.people.Person;

/**
 * The message that another one answers, as a line above the answer.
 *
 * @param text its beginning, empty if it was deleted
 */
public record Quote(long id, Person author, String text, boolean deleted) {

	static Quote of(MessageView message) {
		return new Quote(message.id(), message.author(), Excerpt.of(message.text()), message.deleted());
	}
}
