package app.hark.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

import app.hark.backup.StartCheck;

/** Waits, as the last thing before the database is opened, until the Hark that runs on the same data has ended. */
final class Predecessor implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Predecessor.class);

	/** It hears within a second and ends within five; an older one that does not hear has to be ended by somebody. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);
	private static final Duration PAUSE = Duration.ofMillis(5);

	private final Environment properties;
	private final Place place;
	private volatile boolean gone;

	Predecessor(Environment properties) {
		this.properties = properties;
		this.place = Place.in(properties);
	}

	/**
	 * Then looks at the database, as every start does.
	 *
	 * @throws StillThere if it does not end
	 */
	@Override
	public void start() {
		try {
			if (place.isTaken()) {
				log.info("ready, and waiting for the Hark that runs on {} to end", place.data());
				awaitEnd();
			}
			StartCheck.check(properties);
			gone = true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void awaitEnd() throws IOException {
		long begun = System.nanoTime();
		long asked = 0;
		while (place.isTaken()) {
			long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
			if (seconds >= PATIENCE.toSeconds()) {
				throw new StillThere(place.data());
			}
			if (seconds >= asked) {
				place.ask();
				asked++;
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		// Whoever has ended without having heard has left the question there.
		var _ = place.isAsked();
	}

	@Override
	public void stop() {
		gone = false;
	}

	@Override
	public boolean isRunning() {
		return gone;
	}

	/** Before the database is opened. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}
}
