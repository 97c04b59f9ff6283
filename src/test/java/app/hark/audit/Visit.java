package app.hark.audit;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import app.hark.audit.Reading.Lost;
import app.hark.audit.Reading.Opened;
import app.hark.drive.Client;

/** A device that is signed in for a while, and its streams. */
final class Visit {

	private static final int STREAMS = 3;

	final Client device;

	/** The same device, which keeps its cookies when the server tells it to forget them. */
	final Client stubborn;

	/** What the forms of the account page call its session. */
	final String session;

	final List<Reader> readers;

	private final Scene scene;

	private Visit(Scene scene, Scene.Member member, Client device, String session, String cursor) {
		this.scene = scene;
		this.device = device;
		this.stubborn = device.via(scene.hark.url());
		this.session = session;
		this.readers = IntStream.range(0, STREAMS).mapToObj(_ -> scene.reader(() -> stubborn, member, cursor)).toList();
	}

	static synchronized Visit begin(Scene scene, Scene.Member member, Client device, String session, String cursor) {
		Visit visit = new Visit(scene, member, device, session, cursor);
		eventually(() -> assertThat(visit.readers).allMatch(reader -> !reader.reading.entries().isEmpty()));
		return visit;
	}

	/** Does what ends its session. One stream is cut at that moment, so that it comes back in the midst of it. */
	Ending end(String how, Runnable action) {
		return end(how, List.of(this), action).getFirst();
	}

	static List<Ending> end(String how, List<Visit> visits, Runnable action) {
		visits.forEach(visit -> visit.readers.forEach(reader -> reader.reading.end()));
		visits.forEach(visit -> visit.readers.getLast().hangUp());
		action.run();
		Instant answered = Instant.now();
		return visits.stream().map(visit -> new Ending(how, visit, answered)).toList();
	}

	/** Complains if one of its streams has ended. */
	void expectOpen(String why) {
		readers.stream().filter(reader -> reader.reading.noticed().stream().anyMatch(Lost.class::isInstance))
				.forEach(reader -> scene.history.error(reader.reading.name + " has ended, although only " + why));
	}

	/** Whether the stream is open, as far as its reader knows. */
	static boolean isOpen(Reading reading) {
		return reading.noticed().stream().filter(noticed -> noticed instanceof Lost || noticed instanceof Opened)
				.reduce((_, last) -> last).filter(Opened.class::isInstance).isPresent();
	}

	Scene scene() {
		return scene;
	}
}
