package app.hark.people;

import app.hark.delivery.Delivery;

/** Tells those whom it concerns what somebody shows of themselves. Filled in by the room that knows who they are. */
public interface Disclosed {

	/** Somebody tells from now on what they have seen, or no longer. Called inside the transaction of the change. */
	void tellSeen(long person, Delivery.Log log);
}
