package app.hark.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the index while Hark runs: opens it, lets it follow the table, builds it anew where it is of no use. All of that
 * is done by one thread of its own; if something fails it says so once and tries again.
 */
@Component
class Keeping implements SmartLifecycle, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Keeping.class);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);
	private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

	/** How far what is found can be relied on. */
	enum State {
		/** Everything that was sent until a second ago is found. */
		UP_TO_DATE,
		/** The index is being built, from the oldest message on. */
		CATCHING_UP,
		/** What was sent last is not found, because there is no room or something fails. */
		BEHIND
	}

	private final IndexFolder folder;
	private final MessageTable table;
	private final Clock clock;
	private final Indexer indexer = new Indexer();

	/** What searches read; written by the thread alone. */
	private volatile @Nullable MessageIndex index;

	/** Written by the thread alone. */
	private volatile State state = State.CATCHING_UP;

	Keeping(IndexFolder folder, MessageTable table, Clock clock) {
		this.folder = folder;
		this.table = table;
		this.clock = clock;
	}

	/** The index, or null while there is none. */
	@Nullable MessageIndex index() {
		return index;
	}

	State state() {
		return state;
	}

	private void run() {
		Tail tail = null;
		while (!indexer.isEnding()) {
			try {
				tail = tail == null ? open() : tail;
				boolean done = tail.catchUp(this::mayGoOn);
				enter(done ? State.UP_TO_DATE : State.BEHIND, "there is too little room on the disk");
			} catch (DataAccessException e) {
				enter(State.BEHIND, e.toString());
			} catch (IOException | AlreadyClosedException e) {
				enter(State.BEHIND, e.toString());
				tail = null;
			}
			indexer.rest(state == State.BEHIND ? AFTER_FAILURE : BETWEEN_LOOKS);
		}
		close(index);
		index = null;
	}

	/** What was searched until now is searched until the next one is open. */
	private Tail open() throws IOException {
		var before = index;
		if (before != null) {
			before.stopWriting();
		}
		var opened = before != null && before.isBroken() ? folder.openAnew() : folder.open();
		var tail = Tail.on(opened, table, clock);
		if (tail.isEmpty()) {
			log.info("the search index is not one of these messages and is built anew");
			opened.close();
			opened = folder.openAnew();
			tail = Tail.on(opened, table, clock);
		}
		index = opened;
		close(before);
		return tail.orElseThrow();
	}

	private boolean mayGoOn() {
		try {
			var present = index;
			return !indexer.isEnding() && present != null && folder.hasRoomFor(present);
		} catch (IOException _) {
			return false;
		}
	}

	/** Says in the log when it stops being able to follow, and when it can again. */
	private void enter(State next, String why) {
		if (indexer.isEnding() || next == state) {
			return;
		}
		if (next == State.BEHIND) {
			log.warn("messages that are sent now are not found by search at present: {}", why);
		} else if (state == State.BEHIND) {
			log.info("search finds all messages again");
		}
		state = next;
	}

	private static void close(@Nullable MessageIndex index) {
		try {
			if (index != null) {
				index.close();
			}
		} catch (IOException e) {
			log.debug("the search index was not closed in good order", e);
		}
	}

	@Override
	public void start() {
		indexer.begin(this::run);
	}

	/** It ends while others stop, too. */
	@Override
	public void stop() {
		indexer.end();
	}

	/** Before the database is closed. */
	@Override
	public void destroy() {
		indexer.awaitEnd();
	}

	@Override
	public boolean isRunning() {
		return !indexer.isEnding();
	}
}
