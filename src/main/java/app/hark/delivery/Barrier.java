package app.hark.delivery;

/** What stands between a commit and the answer that promises it: once passed, the commit survives a crash. */
interface Barrier {

	/** How it stands with the disk. */
	enum State {
		FINE, FAILED, STUCK
	}

	/**
	 * Waits until everything that this thread has committed is on the disk.
	 *
	 * @throws org.springframework.dao.DataAccessException if the database cannot say so, or not in time; the commit may or
	 * may not last
	 */
	void await();

	/** Does not wait. */
	default State state() {
		return State.FINE;
	}
}
