package app.hark.audit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import app.hark.audit.History.Step;
import app.hark.drive.Client;
import app.hark.drive.Page;
import app.hark.drive.Person;
import app.hark.drive.Unreachable;

/**
 * One device that writes, as a page does: a send whose answer does not come is repeated with the same token. Some give up
 * after the first try, as people do who close the lid; what became of those is unknown to them.
 */
final class Sender {

	/** How a send is known again in a text, on a page and in the database. */
	static final Pattern TOKEN = Pattern
			.compile("#([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})");

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(150);

	private final Client device;

	private final History history;

	private final Supplier<Boolean> calm;

	/** @param calm whether nothing is broken at present, so that every answer has to be a good one */
	Sender(Client device, History history, Supplier<Boolean> calm) {
		this.device = device;
		this.history = history;
		this.calm = calm;
	}

	/** Sends one text and tries again until it is answered for good, or the thread is interrupted. */
	void send(Person to, String text) {
		String token = begin();
		while (!isAnswered(to, text, token) && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
		}
	}

	/** Sends one text and does not care about the answer. */
	void sendOnce(Person to, String text) {
		isAnswered(to, text, begin());
	}

	/** The same click, which the network delivers as often. */
	void sendAtOnce(Person to, String text, int times) throws InterruptedException {
		String token = begin();
		Crowd.each(times, _ -> isAnswered(to, text, token));
	}

	/**
	 * Writes until it is stopped: to people of its choice, one send after the other.
	 *
	 * @param pause from the beginning of a send to that of the next, unless it takes longer
	 */
	void writeOn(Supplier<Boolean> goesOn, Supplier<Person> anybody, Duration pause, RandomGenerator random,
			AtomicLong acknowledged) {
		for (int i = 1; goesOn.get(); i++) {
			long next = System.nanoTime() + pause.toNanos();
			if (random.nextInt(20) == 0) {
				sendOnce(anybody.get(), "never mind " + i);
			} else {
				send(anybody.get(), "message " + i);
				acknowledged.incrementAndGet();
			}
			LockSupport.parkNanos(next - System.nanoTime());
		}
	}

	private String begin() {
		String token = Client.freshToken();
		history.add(token, Step.BEGUN, "");
		return token;
	}

	private boolean isAnswered(Person to, String text, String token) {
		boolean calmBefore = calm.get();
		try {
			Page answer = device.tryWrite(to.username(), text + " #" + token, token);
			Step step = step(answer.status());
			history.add(token, step, Integer.toString(answer.status()));
			if (step != Step.ACKNOWLEDGED && calmBefore && calm.get()) {
				history.error(answer.toString());
			}
			return step != Step.UNKNOWN;
		} catch (Unreachable away) {
			// Also where nothing is broken any more: a connection that has been kept may be one of those that were.
			history.add(token, Step.UNKNOWN, "no answer");
			return false;
		}
	}

	/** 303 says that it is stored, 4xx that it is not. Everything else, the sign-in page too, says nothing for certain. */
	private static Step step(int status) {
		return status == 303 ? Step.ACKNOWLEDGED : status / 100 == 4 ? Step.REFUSED : Step.UNKNOWN;
	}
}
