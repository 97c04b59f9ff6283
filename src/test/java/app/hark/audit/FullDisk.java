package app.hark.audit;

import java.time.Duration;

import app.hark.audit.History.Step;
import app.hark.drive.HarkServer;
import app.hark.drive.SmallDisk;

/** Something else fills the disk, to the reserve and to the last byte, and makes room again. Nothing is restarted. */
final class FullDisk implements Drill {

	private static final int PEOPLE = 6;

	/** Less than the reserve that the product keeps. */
	private static final long NEARLY_FULL = 2_000_000;

	@Override
	public String title(Scale scale) {
		return "the disk full, to the reserve and to the last byte";
	}

	/** Always with the packaged application, whose data are on a disk of their own. */
	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		try (SmallDisk disk = SmallDisk.of(64);
				Scene scene = Scene.on(HarkServer.startOn(disk.data(), Scene.HEARTBEAT), PEOPLE)) {
			scene.read(scene.hark.url(), 3);
			scene.write(scene.hark.url(), PEOPLE, Duration.ofMillis(50));
			for (long left : new long[]{NEARLY_FULL, 0, NEARLY_FULL, 0}) {
				scene.awaitSends(50);
				scene.breaking(() -> {
					disk.fillUpTo(left);
					scene.awaitUnanswered((int) scene.history.tries(Step.UNKNOWN) + 20);
					disk.makeRoom();
					scene.awaitSends(20);
				});
			}
			return scene.end();
		}
	}
}
