package app.hark.audit;

/** What the checker counts. Each must be 0, whatever was broken meanwhile. */
enum Figure {

	LOST("acknowledged, not stored"),

	UNEXPLAINED("stored, neither acknowledged nor left unknown"),

	STORED_TWICE("stored twice for one token"),

	NEVER_SHOWN("never shown to a member who came back"),

	SHOWN_TWICE("shown twice"),

	OUT_OF_ORDER("out of order"),

	LEAKED("shown to somebody who is not a member"),

	GAPS("gaps in positions"),

	DIFFERENT("open page unlike a fresh one"),

	RESETS("told to load the page anew without need"),

	ERRORS("errors while nothing was broken");

	final String words;

	Figure(String words) {
		this.words = words;
	}
}
