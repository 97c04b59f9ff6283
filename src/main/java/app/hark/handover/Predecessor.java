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

	/** It usually hears within a second and ends within five; one that does not hear has to be ended by somebody. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** Each look opens files and a port: often enough to be noticed by nobody, and seldom enough to leave the other one its processor. */
	private static final Duration PAUSE = Duration.ofMillis(20);

	private final Environment properties;
	private final Place place;
	private final Door door;
	private volatile boolean gone;
	private volatile boolean givenUp;

	Predecessor(Environment properties, Door door) {
		this.properties = properties;
		this.place = Place.in(properties);
		this.door = door;
	}

	/**
	 * Then looks at the database, as every start does.
	 *
	 * @throws NoPlace if it does not end
	 */
	@Override
	public void start() {
		try {
			if (place.data().isInUse()) {
				Compilers.awaitRest(() -> givenUp);
				log.info("ready, and waiting for the Hark that runs on {} to end", place.data().path());
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
		try {
			while (place.data().isInUse()) {
				long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
				if (givenUp || seconds >= PATIENCE.toSeconds()) {
					throw NoPlace.stillTaken(place.data().path());
				}
				if (seconds >= asked) {
					place.ask();
					asked++;
				}
				door.tryOpen();
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		} finally {
			// Nobody must hear it later, when nobody waits any more.
			var _ = place.isAsked();
		}
	}

	/** Whoever ends this process while it waits does not want the other one to end. */
	void giveUp() {
		givenUp = true;
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
