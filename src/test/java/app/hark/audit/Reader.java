package app.hark.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.hark.audit.Reading.Got;
import app.hark.audit.Reading.Lost;
import app.hark.audit.Reading.Opened;
import app.hark.drive.Client;
import app.hark.drive.EventParser;

/**
 * Follows somebody's stream as a page does: comes back behind the last id when the stream ends, waits as long as the server
 * asks for or twice as long after each failure, and takes a stream that has been silent for too long for dead.
 */
final class Reader implements AutoCloseable {

	private static final Duration FIRST_WAIT = Duration.ofMillis(100);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

	/** A server that said that it ends comes back within this time, and is looked for twice a second until then. */
	private static final Duration RESTART = Duration.ofSeconds(15);

	final Reading reading;

	private final Supplier<Client> device;

	private final Thread thread;

	private final EventParser parser = new EventParser(this::got);

	private volatile String cursor;

	private volatile @Nullable InputStream body;

	private volatile long heardAt = System.nanoTime();

	private volatile boolean open = true;

	private volatile long nextWait = FIRST_WAIT.toMillis();

	private volatile Instant sentAway = Instant.EPOCH;

	/** Begins where the page with this cursor ends. The device may be another one at each connection. */
	Reader(Supplier<Client> device, String cursor, Reading reading) {
		this.device = device;
		this.cursor = cursor;
		this.reading = reading;
		this.thread = Thread.ofVirtual().start(this::follow);
	}

	boolean isReading() {
		return reading.isOpen();
	}

	/** Ends a stream that has brought nothing for so long. */
	void mistrustSilence(Duration atMost) {
		if (System.nanoTime() - heardAt > atMost.toNanos()) {
			hangUp();
		}
	}

	/** Breaks its connection; it comes back by itself. */
	void hangUp() {
		InputStream current = body;
		try {
			if (current != null) {
				current.close();
			}
		} catch (IOException _) {
			// broken already
		}
	}

	/** Ends for good, in the middle of everything. */
	void leave() {
		reading.end();
		close();
	}

	@Override
	public void close() {
		open = false;
		hangUp();
		thread.interrupt();
	}

	private void follow() {
		while (open) {
			long before = nextWait;
			if (connect()) {
				reading.add(new Lost(Instant.now()));
			} else {
				boolean restarting = sentAway.plus(RESTART).isAfter(Instant.now());
				nextWait = restarting ? 600 : Math.min(2 * before, LONGEST_WAIT.toMillis());
			}
			if (open) {
				LockSupport
						.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(nextWait / 2, nextWait + 1))
								.toNanos());
			}
		}
	}

	/** Whether there was a stream, which has now ended. */
	private boolean connect() {
		heardAt = System.nanoTime();
		try (Followed stream = Followed.behind(device.get(), cursor)) {
			body = stream;
			reading.add(new Opened(Instant.now()));
			nextWait = FIRST_WAIT.toMillis();
			read(stream);
			return true;
		} catch (IOException cut) {
			return body != null;
		} finally {
			body = null;
		}
	}

	private void read(InputStream stream) throws IOException {
		var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
		parser.begin();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			heardAt = System.nanoTime();
			if (line.startsWith("retry:")) {
				nextWait = Long.parseLong(line.substring(6).strip());
			}
			parser.line(line);
		}
	}

	private void got(app.hark.drive.StreamReader.Event event) {
		reading.add(Got.of(event.at(), event.name(), event.id(), event.data()));
		if (event.name().equals("bye")) {
			sentAway = event.at();
		}
		if (event.id() != null) {
			cursor = event.id();
		}
	}
}
