package app.hark.messages;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.hark.people.Person;

/**
 * A line about a group in its timeline, in place of somebody's words.
 *
 * @param subject whom it happened to, if not to whoever did it
 */
public record Line(Event event, @Nullable Person subject) {

	/** What can happen. The name of the group is the text of a line that tells of it. */
	public enum Event {

		MADE, NAMED, ADDED, REMOVED, LEFT, OWNER, PAST, NO_PAST;

		/** The name in the database, and at the end of the keys of its texts. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Event of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT));
		}
	}
}
