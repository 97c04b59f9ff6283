package app.hark.delivery;

/** Why the server ends a stream. */
enum End {

	/** This Hark ends, and everybody waits for the next one. */
	SHUTTING_DOWN,

	/** This node ends, and others that run take its readers one after the other. */
	HANDED_OVER,

	/** It cannot be told here whether the reader may still read. */
	SENT_AWAY,

	/** The session has ended. */
	SIGNED_OUT,

	/** The account has opened more than it may. */
	REPLACED
}
