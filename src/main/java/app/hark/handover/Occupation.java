package app.hark.handover;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import app.hark.delivery.SharedDatabase;

/** The data folder of a node is its own while it runs. Where the database is in it, that sees to it. */
@Component
@Profile(SharedDatabase.PROFILE)
class Occupation implements SmartLifecycle {

	private final Place place;
	private volatile @Nullable Closeable lock;

	Occupation(Environment properties) {
		this.place = Place.in(properties);
	}

	/** @throws NoPlace if another one runs on it */
	@Override
	public void start() {
		try {
			lock = place.data().occupy();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		if (lock == null) {
			throw NoPlace.inUse(place.data().path());
		}
	}

	@Override
	public void stop() {
		try (var _ = lock) {
			lock = null;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public boolean isRunning() {
		return lock != null;
	}

	/** As soon as the one before has gone, and until the port is closed. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1;
	}
}
