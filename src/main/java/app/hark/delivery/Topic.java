package app.hark.delivery;

/** What one node of Hark tells the others. Each carries ids alone and may be lost. */
public enum Topic {

	/** Something was added to the inbox of this owner. */
	INBOX,

	/** Who is here may be another one now for this owner. */
	LOOK,

	/** This person has a stream on the node that says so. Said again while it is so. */
	HERE,

	/** This person has none there any more. */
	GONE,

	/** Whether this person is here may be shown otherwise now. */
	DISCLOSED,

	/** In this conversation, this person is writing. */
	TYPING,

	/** In this conversation, this person no longer is. */
	TYPED,

	/** A node that has just begun to listen asks what it missed. */
	HELLO
}
