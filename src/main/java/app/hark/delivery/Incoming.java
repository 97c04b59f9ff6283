package app.hark.delivery;

import java.io.IOException;
import java.util.List;

/** What comes into the inbox of one stream's owner: what was rung for, and what is read where something may have been missed. */
final class Incoming {

	private static final int BATCH = 100;

	private final Inboxes inboxes;
	private final Barrier barrier;
	private final Ear ear;
	private final EventWriter events;

	/** @param events what the stream has written so far leaves before it has to wait */
	Incoming(Inboxes inboxes, Barrier barrier, Ear ear, EventWriter events) {
		this.inboxes = inboxes;
		this.barrier = barrier;
		this.ear = ear;
		this.events = events;
	}

	/** What follows this position, which the stream has written up to; a part of it, or nothing. */
	List<Entry> after(long position) throws IOException {
		var heard = ear.heard();
		return heard.isPresent() ? heard.get() : durable(read(position));
	}

	/** What comes in after it was read is rung for. */
	private List<Entry> read(long position) {
		var batch = inboxes.after(ear.owner, position, BATCH);
		if (batch.size() == BATCH) {
			ear.look();
		}
		return batch;
	}

	/** Nobody is shown what a crash could still take back; a ring has come after the barrier, so it rarely waits here. */
	private List<Entry> durable(List<Entry> batch) throws IOException {
		if (!batch.isEmpty() && !ear.isDurable(batch.getLast().position())) {
			events.flush();
			barrier.await();
		}
		return batch;
	}
}
