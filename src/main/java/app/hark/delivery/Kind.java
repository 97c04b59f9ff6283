package app.hark.delivery;

import java.util.Locale;

/** What an entry tells of. */
public enum Kind {

	/** A message was sent. */
	MESSAGE("message"),

	/** A message that was sent before is another one now: edited, deleted, reacted to. */
	CHANGE("conversation"),

	/** Somebody is called something else; the subject is that person. */
	PERSON("conversation"),

	/** Anything else in a conversation or in its line of the list changed. */
	CONVERSATION("conversation");

	private final String event;

	Kind(String event) {
		this.event = event;
	}

	/** The name in the database. */
	String stored() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The event name: a constant, so that no input can ever break the framing of a stream. */
	public String event() {
		return event;
	}

	static Kind of(String stored) {
		return valueOf(stored.toUpperCase(Locale.ROOT));
	}
}
