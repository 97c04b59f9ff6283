package app.hark.delivery;

/** What an entry tells of. The name on the wire is the stream's event name. */
public enum Kind {

	/** A message was sent. */
	MESSAGE("message"),

	/** Anything else in a conversation or in its line of the list changed. */
	CONVERSATION("conversation");

	private final String event;

	Kind(String event) {
		this.event = event;
	}

	/** The event name: a constant, so that no input can ever break the framing of a stream. */
	public String event() {
		return event;
	}

	static Kind of(String event) {
		for (Kind kind : values()) {
			if (kind.event.equals(event)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("no kind of entry is named " + event);
	}
}
