package app.hark.delivery;

/** Why the server ends a stream. */
enum End {

	/** This Hark ends. */
	SHUTTING_DOWN,

	/** It cannot be told here whether the reader may still read. */
	SENT_AWAY,

	/** The session has ended. */
	SIGNED_OUT,

	/** The account has opened more than it may. */
	REPLACED
}
