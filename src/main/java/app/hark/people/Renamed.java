package app.hark.people;

import app.hark.delivery.Delivery;

/** Tells those who see a person's name that it changes. Filled in by the room that knows who they are. */
public interface Renamed {

	/** Called inside the transaction of the change, before anything is locked. */
	void tell(long person, Delivery.Log log);
}
