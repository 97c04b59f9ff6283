package app.hark.messages;

import org.jspecify.annotations.Nullable;

import app.hark.people.Avatar;
import app.hark.people.Person;

/**
 * What a conversation is called and looks like to one of its people: the other person, or the group.
 *
 * @param key tells conversations apart also before they have begun: the other's username, or what none can be
 * @param username the other's; none of a group
 */
public record Face(String name, Avatar avatar, String key, @Nullable String username) {

	public static Face of(Person other) {
		return new Face(other.displayName(), other.avatar(), other.username(), other.username());
	}

	public static Face ofGroup(long conversation, String name) {
		String key = "#" + conversation;
		return new Face(name, Avatar.of(name, key), key, null);
	}
}
