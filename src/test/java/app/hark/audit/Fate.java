package app.hark.audit;

import java.time.Duration;
import java.util.function.Consumer;

/** What can become of the tab that holds the stream. The browser freezes and discards what nobody looks at. */
enum Fate {

	CLOSED(true, Duration.ofSeconds(10), Tab::shut), FROZEN(false, Duration.ofSeconds(10), Tab::freeze),

	DISCARDED(false, Duration.ofSeconds(10), Tab::crash),

	/**
	 * It cannot say that it is going: its silence has to be noticed. Two heartbeats and a second, then up to ten seconds until the
	 * first of the hidden tabs dares, with clocks that are slowed.
	 */
	HUNG(true, Duration.ofSeconds(25), tab -> tab.hang(Duration.ofSeconds(30)));

	/** Whether somebody looks at it then. */
	final boolean inView;

	/** How late a message may be in another tab, at a heartbeat of one second. */
	final Duration allowed;

	private final Consumer<Tab> event;

	Fate(boolean inView, Duration allowed, Consumer<Tab> event) {
		this.inView = inView;
		this.allowed = allowed;
		this.event = event;
	}

	void befall(Tab holder) {
		event.accept(holder);
	}
}
