package app.hark.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** What an operator can see of this room. The table in the README says what each of these is good for. */
@Component
class Meters {

	private final AtomicInteger open;
	private final Timer deliveries;
	private final Timer waits;
	private final DistributionSummary behind;
	private final Counter resets;
	private final Counter gaps;

	Meters(MeterRegistry registry) {
		open = registry.gauge("hark.streams.open", new AtomicInteger());
		deliveries = registry.timer("hark.delivery");
		waits = registry.timer("hark.barrier.wait");
		behind = registry.summary("hark.stream.behind");
		resets = registry.counter("hark.stream.resets");
		gaps = registry.counter("hark.stream.gaps");
	}

	void opened() {
		open.incrementAndGet();
	}

	void closed() {
		open.decrementAndGet();
	}

	/** @param entries as many as one read has found: a stream reads a batch at a time */
	void found(int entries) {
		behind.record(entries);
	}

	/** @param committed when the oldest of the entries was committed, on the clock of {@link System#nanoTime()} */
	void delivered(long committed) {
		deliveries.record(Duration.ofNanos(System.nanoTime() - committed));
	}

	void reset() {
		resets.increment();
	}

	void gap() {
		gaps.increment();
	}

	/** The same barrier, whose waits are measured. */
	Barrier timing(Barrier barrier) {
		return new Timed(barrier, waits);
	}

	private record Timed(Barrier barrier, Timer waits) implements Barrier {

		@Override
		public void await() {
			waits.record(barrier::await);
		}

		@Override
		public State state() {
			return barrier.state();
		}
	}
}
