package app.hark.delivery;

/** What stands between a commit and the answer that promises it: once passed, the commit survives a crash. */
interface Barrier {

	/**
	 * Waits until everything that this thread has committed is on the disk.
	 *
	 * @throws org.springframework.dao.DataAccessException if the database cannot say so; the commit may or may not last
	 */
	void await();
}
