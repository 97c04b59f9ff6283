package app.hark.backup;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import app.hark.delivery.Keeper;

/** Keeps the high-water mark of a running server: every minute and at its end. */
@Component
class Marking implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Marking.class);

	private final DataFolder data;
	private final JdbcClient jdbc;
	private final ObjectProvider<Keeper> keeper;
	private volatile boolean running;

	Marking(DataFolder data, JdbcClient jdbc, ObjectProvider<Keeper> keeper) {
		this.data = data;
		this.jdbc = jdbc;
		this.keeper = keeper;
	}

	/** What was counted may not be on the disk yet; afterwards it is. */
	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void mark() {
		if (!data.holdsDatabase()) {
			return;
		}
		try {
			var held = Contents.of(jdbc);
			keeper.getObject().keepNow();
			HighWater.in(data).mark(held);
		} catch (IOException | DataAccessException e) {
			log.warn("the high-water mark was not written: {}", e.toString());
		}
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		mark();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Stops after the web server, whose phase is close to the highest: then nobody writes any more. */
	@Override
	public int getPhase() {
		return 0;
	}
}
