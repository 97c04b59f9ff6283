package app.hark.delivery;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** How one open stream is woken and ended. Holds flags and a few entries, never what they look like, so a slow reader costs no memory. */
final class Ear {

	final long owner;
	final String lease;

	/** When it was asked for, on the clock of {@link System#nanoTime()}. */
	final long asked;

	private final BooleanSupplier seemsClosed;

	// All are guarded by this object's monitor.
	private OptionalLong rung = OptionalLong.empty();
	private final EnumSet<Whisper> whispers = EnumSet.allOf(Whisper.class);
	private @Nullable End end;
	private final Heard heard = new Heard();
	private boolean doubted;

	/** @param seemsClosed whether the reader seems to have closed the connection; must wait for nothing */
	Ear(long owner, String lease, long asked, BooleanSupplier seemsClosed) {
		this.owner = owner;
		this.lease = lease;
		this.asked = asked;
		this.seemsClosed = seemsClosed;
	}

	/**
	 * @param news what was added to the inbox, in a row; durable with all before it
	 * @param committed when, on the clock of {@link System#nanoTime()}; of several rings the oldest is kept
	 */
	synchronized void ring(List<Entry> news, long committed) {
		if (rung.isEmpty()) {
			rung = OptionalLong.of(committed);
		}
		heard.ring(news);
		notifyAll();
	}

	/** There may be something to read that nobody has rung for. */
	synchronized void look() {
		heard.look();
		notifyAll();
	}

	/**
	 * The entries behind what the stream has written, used up by this; empty if the inbox is to be read instead. {@link Sweep}
	 * says what nobody has rung for.
	 */
	synchronized Optional<List<Entry>> heard() {
		rung = OptionalLong.empty();
		return heard.take();
	}

	/** The stream has written up to this position. */
	synchronized void reached(long position) {
		heard.wrote(position);
	}

	/** Whether there is more in the inbox than the stream has written. */
	synchronized boolean isBehind(long head) {
		return heard.isBehind(head);
	}

	/** What is whispered may be another now. */
	synchronized void whisper(Whisper what) {
		whispers.add(what);
		notifyAll();
	}

	/** What is to be looked at anew, used up by this; all of it at first. */
	synchronized Set<Whisper> whispers() {
		var heard = EnumSet.copyOf(whispers);
		whispers.clear();
		return heard;
	}

	/** The first reason stays. Answers whether this is it. */
	synchronized boolean end(End reason) {
		if (end != null) {
			return false;
		}
		end = reason;
		notifyAll();
		return true;
	}

	/** Whether the reader seems to have left. Waits for nothing. */
	boolean seemsDeserted() {
		return seemsClosed.getAsBoolean();
	}

	/** Somebody should look whether the reader is still there. */
	synchronized void doubt() {
		doubted = true;
		notifyAll();
	}

	/** Whether a ring has said that the inbox is durable up to this position. */
	synchronized boolean isDurable(long position) {
		return heard.isDurable(position);
	}

	synchronized @Nullable End end() {
		return end;
	}

	/** Which of two was asked for first; that clock may start anywhere, so only differences mean something. */
	Ear older(Ear other) {
		return other.asked - asked < 0 ? other : this;
	}

	/**
	 * Waits for a ring, a look, a whisper, a doubt or an end, at most so long. A ring from before the call counts, and is used up by it.
	 *
	 * @return when that was committed for which it was rung, if it was
	 */
	synchronized OptionalLong await(Duration atMost) throws InterruptedException {
		long deadline = System.nanoTime() + atMost.toNanos();
		while (!heard.isNews() && whispers.isEmpty() && !doubted && end == null) {
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				return rung;
			}
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		doubted = false;
		var woken = rung;
		rung = OptionalLong.empty();
		return woken;
	}
}
