package app.hark.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import app.hark.drive.Browser;
import app.hark.drive.HarkServer;
import app.hark.drive.Proxy;

/** Everybody writes and reads through a network that breaks in every way in which networks break, and heals. */
final class BrokenLinks implements Drill {

	private static final int PEOPLE = 8;

	@Override
	public String title(Scale scale) {
		return "links cut, refused, answered 503, stalled for " + stall(scale).toSeconds()
				+ " s, delayed, half of them dropped, buffered in 4 KB";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, PEOPLE); Proxy link = Proxy.before(hark)) {
			scene.read(link.url(), 3);
			if (Browser.isInstalled()) {
				scene.watch(Watched.open(link.url(), scene.members.get(1), scene.introduce(0, 1)));
			}
			scene.write(link.url(), PEOPLE, Duration.ofMillis(50));
			for (Runnable fault : faults(link, scale)) {
				scene.awaitSends(50);
				scene.breaking(() -> {
					fault.run();
					link.heal();
				});
			}
			scene.awaitSends(50);
			return scene.end();
		}
	}

	private static List<Runnable> faults(Proxy link, Scale scale) {
		Duration time = Duration.ofSeconds(scale.pick(2, 6));
		return List.of(link::cut, link::cut, link::cut,
				lasting(link::goDown, time),
				lasting(() -> link.answer503("/stream", 20), time),
				lasting(link::goSilent, stall(scale)),
				lasting(() -> link.delay(Duration.ofMillis(300)), time),
				lasting(link::dropHalf, time),
				lasting(() -> link.buffer(4096), time));
	}

	/** What is wrong is wrong for a time: that is the fault, not a wait for something. */
	private static Runnable lasting(Runnable fault, Duration time) {
		return () -> {
			fault.run();
			LockSupport.parkNanos(time.toNanos());
		};
	}

	private static Duration stall(Scale scale) {
		return Duration.ofSeconds(scale.pick(5, 60));
	}
}
