package app.hark.messages;

import java.util.List;

import app.hark.people.Person;

/**
 * An emoji with which people reacted to a message.
 *
 * @param people who did, in the order in which they did; never empty
 */
public record Reaction(String emoji, List<Person> people) {

	boolean isBy(long person) {
		return people.stream().anyMatch(one -> one.id() == person);
	}
}
