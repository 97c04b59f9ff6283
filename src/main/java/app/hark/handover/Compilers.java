package app.hark.handover;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Java's compilers, which go on in the background long after something was practised. A Hark that asked for its place
 * meanwhile would take half of a small machine from the one that says goodbye to everybody.
 */
final class Compilers {

	private static final Duration LOOK = Duration.ofMillis(500);

	/** In milliseconds of their work between two looks. */
	private static final long LITTLE = 50;

	/** How often in a row there has to be little: one that takes long is only counted when it is done. */
	private static final int QUIET = 3;

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private Compilers() {
	}

	/** Waits until they have little to do, or until it is no longer worth it. */
	static void awaitRest(BooleanSupplier enough) {
		@Nullable CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
		if (compilers == null || !compilers.isCompilationTimeMonitoringSupported()) {
			return;
		}
		long end = System.nanoTime() + LONGEST.toNanos();
		long before = compilers.getTotalCompilationTime();
		for (int quiet = 0; quiet < QUIET && !enough.getAsBoolean() && System.nanoTime() - end < 0;) {
			LockSupport.parkNanos(LOOK.toNanos());
			long now = compilers.getTotalCompilationTime();
			quiet = now - before < LITTLE ? quiet + 1 : 0;
			before = now;
		}
	}
}
