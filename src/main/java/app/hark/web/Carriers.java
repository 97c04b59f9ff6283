package app.hark.web;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jdk.management.VirtualThreadSchedulerMXBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * As many threads carry the virtual ones as there are processors. More would take turns at them, which costs half of what a
 * small machine can do.
 * <p>
 * Only while many classes are loaded are there more, as {@link app.hark.Hark} has asked for, and when nothing goes on at all: a
 * virtual thread that loads a class keeps its carrier while it waits for another one that does, and that may be waiting for a
 * carrier (see {@link Rehearsal}).
 */
@Component
class Carriers implements SmartLifecycle {

	/** In a second; a Hark that has been used for a minute loads none in most seconds. */
	private static final int FEW = 20;

	private final VirtualThreadSchedulerMXBean scheduler = ManagementFactory
			.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
	private final ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
	private final int many = Integer.getInteger("jdk.virtualThreadScheduler.parallelism", scheduler.getParallelism());
	private volatile CountDownLatch end = new CountDownLatch(0);

	@Override
	public void start() {
		end = new CountDownLatch(1);
		Thread.ofPlatform().name("carriers").daemon().start(this::watch);
	}

	private void watch() {
		long loaded = classes.getTotalLoadedClassCount();
		Thread probe = probe();
		try {
			while (!end.await(1, TimeUnit.SECONDS)) {
				long now = classes.getTotalLoadedClassCount();
				boolean needsMany = now - loaded > FEW || probe.isAlive();
				scheduler.setParallelism(needsMany ? many : Math.min(many, processors()));
				loaded = now;
				probe = probe.isAlive() ? probe : probe();
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		} finally {
			scheduler.setParallelism(many);
		}
	}

	/** Lives on where no carrier is free for it. */
	private static Thread probe() {
		return Thread.startVirtualThread(() -> {
		});
	}

	private static int processors() {
		return Math.max(2, Runtime.getRuntime().availableProcessors());
	}

	@Override
	public void stop() {
		end.countDown();
	}

	@Override
	public boolean isRunning() {
		return end.getCount() > 0;
	}

	/** Before the web server. */
	@Override
	public int getPhase() {
		return 0;
	}
}
