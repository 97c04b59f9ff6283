package app.hark.delivery;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether what is sent now would be kept: there is room for it, and the last checkpoint came back. */
@Component("storageHealthIndicator")
class StorageHealth extends AbstractHealthIndicator {

	private final FreeSpace space;
	private final Barrier barrier;
	private final Watch watch;

	StorageHealth(FreeSpace space, Barrier barrier, Watch watch) {
		super("the last checkpoint failed, and so did another one");
		this.watch = watch;
		this.space = space;
		this.barrier = barrier;
	}

	/** Costs no checkpoint while all is well; after one has failed, each probe tries another, or nobody would notice its end. */
	@Override
	protected void doHealthCheck(Health.Builder health) {
		health.up().withDetail("free", space.left());
		if (watch.isBlind()) {
			health.down().withDetail("reason", "the database does not answer");
		} else if (!space.isEnough()) {
			health.outOfService().withDetail("reason", "the disk is full");
		} else if (barrier.state() == Barrier.State.STUCK) {
			health.down().withDetail("reason", "the disk does not say that it has kept what was sent");
		} else if (barrier.state() == Barrier.State.FAILED) {
			barrier.await();
		}
	}
}
