package app.hark.bench;

/** What a benchmark that is interrupted does not go on with. */
final class Threads {

	private Threads() {
	}

	static void await(Thread thread) {
		try {
			thread.join();
		} catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}
}
