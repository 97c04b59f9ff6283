package app.hark.delivery;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the program end on a full disk. */
@Component
class LastWrites implements SmartLifecycle {

	private volatile boolean running;

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		PatientFile.end();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Stops after the web server, whose phase is close to the highest, and before whatever writes something at the end. */
	@Override
	public int getPhase() {
		return 1;
	}
}
