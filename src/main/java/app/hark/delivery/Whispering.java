package app.hark.delivery;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says on one stream what is true at the moment, where that is new. It keeps no more than what it said last, as a hash, and
 * is no sign that nothing was missed: the next ping comes when it would have come.
 */
final class Whispering {

	private final Ear ear;
	private final EventWriter events;
	private final Streams.Reader reader;
	private final Map<Whisper, Integer> said = new EnumMap<>(Whisper.class);

	Whispering(Ear ear, EventWriter events, Streams.Reader reader) {
		this.ear = ear;
		this.events = events;
		this.reader = reader;
	}

	/** Whoever shows nothing yet need not hear that there is nothing; whoever comes back may show what is over. */
	void keepSilence() {
		for (Whisper what : Whisper.values()) {
			said.put(what, reader.silence(what).hashCode());
		}
	}

	void go() throws IOException {
		for (Whisper what : ear.whispers()) {
			String now = reader.whisper(ear.owner, what);
			Integer hash = now.hashCode();
			if (!hash.equals(said.put(what, hash))) {
				events.event(what.event(), null, now);
			}
		}
	}
}
