package app.hark.delivery;

/** What is told as long as it is true and stored nowhere. Its event has no id and moves no cursor. */
public enum Whisper {

	/** Somebody is writing. */
	TYPING("typing"),

	/** Somebody is here, or no longer. */
	PRESENCE("presence");

	private final String event;

	Whisper(String event) {
		this.event = event;
	}

	/** The event name: a constant, as with {@link Kind#event()}. */
	String event() {
		return event;
	}
}
