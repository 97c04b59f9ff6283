package app.hark.delivery;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Waits until the last stream has said goodbye, between the time that the web server takes nothing new and that at which it cuts
 * what is left. Who does not read is not waited for.
 */
@Component
class Goodbyes implements SmartLifecycle {

	/** From the first goodbye on. */
	private static final Duration LONGEST = Duration.ofSeconds(3);
	private static final Duration AT_LEAST = Duration.ofMillis(500);

	private static final Duration LOOK = Duration.ofMillis(5);

	private final Doorbell doorbell;
	private volatile boolean running;

	/** Must not know {@link Departure}: whatever depends on something is stopped before it, whatever its phase. */
	Goodbyes(Doorbell doorbell) {
		this.doorbell = doorbell;
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		long left = Math.max(AT_LEAST.toNanos(), LONGEST.minus(doorbell.closedFor()).toNanos());
		long end = System.nanoTime() + left;
		while (!doorbell.isSilent() && System.nanoTime() - end < 0) {
			LockSupport.parkNanos(LOOK.toNanos());
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
	}
}
