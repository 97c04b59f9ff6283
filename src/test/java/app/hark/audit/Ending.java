package app.hark.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import app.hark.audit.History.Step;
import app.hark.audit.Reading.Got;
import app.hark.audit.Reading.Lost;
import app.hark.audit.Reading.Noticed;
import app.hark.drive.Client;
import app.hark.drive.Page;

/**
 * The end of a session that had streams.
 *
 * @param answered when the request that ended it was answered, which is when a person takes it for done
 */
record Ending(String how, Visit visit, Instant answered) {

	/** What is promised: signing out ends a session's streams within so long. */
	private static final Duration ALLOWED = Duration.ofSeconds(5);

	boolean isOver() {
		return visit.readers.stream().noneMatch(reader -> Visit.isOpen(reader.reading));
	}

	/** How long after {@link #answered} each stream ended for good; less than nothing where it ended before. */
	List<Duration> lasted() {
		return visit.readers.stream().flatMap(reader -> reader.reading.noticed().stream()
				.filter(Lost.class::isInstance).reduce((_, last) -> last).stream())
				.map(end -> Duration.between(answered, end.at())).toList();
	}

	/** Everything that should not be so by now, when others have gone on writing for a while. */
	List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		lasted().stream().filter(lasted -> lasted.compareTo(ALLOWED) > 0)
				.forEach(lasted -> complaints.add(how + ": a stream went on for " + lasted.toMillis() + " ms"));
		for (Reader reader : visit.readers) {
			Reading reading = reader.reading;
			if (Visit.isOpen(reading)) {
				complaints.add(how + ": " + reading.name + " is still open");
			}
			reading.noticed().stream().filter(Got.class::isInstance).map(Noticed::at)
					.filter(at -> at.isAfter(answered.plus(ALLOWED)))
					.forEach(at -> complaints.add(how + ": " + reading.name + " got something at " + at));
			if (reader != visit.readers.getLast() && !saysSignedOut(reading)) {
				complaints.add(how + ": " + reading.name + " was not told why it ended");
			}
		}
		pages(complaints);
		return complaints;
	}

	private static boolean saysSignedOut(Reading reading) {
		return reading.noticed().stream().filter(Got.class::isInstance).map(Got.class::cast)
				.reduce((_, last) -> last).filter(last -> last.event().equals("signed-out")).isPresent();
	}

	/** Whoever still has the cookies, the one that is remembered for weeks too, gets the sign-in page and can write nothing. */
	private void pages(List<String> complaints) {
		Client device = visit.stubborn;
		for (String path : List.of("/conversations", "/account", "/people?q=a")) {
			Page page = device.get(path);
			if (!page.location().startsWith("/sign-in")) {
				complaints.add(how + ": " + page);
			}
		}
		String token = Client.freshToken();
		visit.scene().history.add(token, Step.BEGUN, "");
		Page send = device.submit("/messages", Map.of("to", visit.scene().members.getFirst().person().username(),
				"body", "from a session that has ended #" + token, "clientToken", token));
		if (send.status() == 401 || send.status() == 403) {
			visit.scene().history.add(token, Step.REFUSED, Integer.toString(send.status()));
		} else {
			complaints.add(how + ": " + send);
		}
	}
}
