package app.hark.delivery;

import java.util.function.Consumer;

/** A stream whose reader is being answered, and that begins with its connection. Used by one thread at a time. */
public final class Beginning implements Consumer<Connection> {

	private final Streams streams;
	private final Doorbell doorbell;
	private final Departure departure;
	private final long owner;
	private final String lease;
	private final Streams.From from;
	private final Streams.Reader reader;

	/** In the request: those that are answered one after the other may begin in any order. */
	private final long asked = System.nanoTime();

	private boolean counts = true;

	Beginning(Streams streams, Doorbell doorbell, Departure departure, long owner, String lease, Streams.From from,
			Streams.Reader reader) {
		this.streams = streams;
		this.doorbell = doorbell;
		this.departure = departure;
		this.owner = owner;
		this.lease = lease;
		this.from = from;
		this.reader = reader;
		departure.beginning.incrementAndGet();
	}

	/** Follows it to its end. */
	@Override
	public void accept(Connection connection) {
		// Registered before the first read: what commits in between has already rung.
		Ear ear = doorbell.listen(owner, lease, asked, connection.seemsClosed());
		over();
		try {
			streams.follow(ear, from, connection, reader);
		} finally {
			doorbell.leave(ear);
		}
	}

	/** It has begun, or never will. */
	public void over() {
		if (counts) {
			counts = false;
			departure.beginning.decrementAndGet();
		}
	}
}
