package app.hark.durable;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** Kills the server under load, again and again, and audits what it had acknowledged. */
@PackagedTest
class DurabilityIT {

	private static final int ROUNDS = 3;

	private static final int PAIRS = 6;

	/** Somebody who writes without a pause to somebody who listens. */
	private record Pair(Client writer, Client reader, long conversation) {

		static Pair of(HarkServer hark) {
			Person reader = People.someone();
			Client readers = Client.at(hark.url()).signUp(reader);
			Client writers = Client.at(hark.url()).signUp(People.someone());
			return new Pair(writers, readers, writers.write(reader, "start"));
		}

		/** All that the pages show, from the first message to the last. */
		List<String> audit() {
			List<String> all = new ArrayList<>();
			String next = "/conversations/" + conversation;
			while (!next.isEmpty()) {
				Page page = reader.get(next).expect(200);
				all.addAll(0, page.html().messages().stream().map(Html.Message::text).toList());
				next = page.html().older().orElse("");
			}
			return all;
		}
	}

	@Test
	void whatWasAcknowledgedIsThereAfterAKill() {
		try (HarkServer hark = HarkServer.start()) {
			for (int round = 1; round <= ROUNDS; round++) {
				List<Pair> pairs = new ArrayList<>();
				for (int i = 0; i < PAIRS; i++) {
					pairs.add(Pair.of(hark));
				}
				assertNothingLost(hark, pairs);
			}
		}
	}

	private static void assertNothingLost(HarkServer hark, List<Pair> pairs) {
		List<StreamReader> streams = pairs.stream().map(pair -> pair.reader().stream()).toList();
		List<Flow> flows = pairs.stream().map(pair -> Flow.flood(pair.writer(), pair.conversation())).toList();
		flows.forEach(flow -> flow.awaitMore(20));

		hark.kill();
		List<Integer> acknowledged = flows.stream().map(flow -> flow.acknowledged().size()).toList();
		streams.forEach(stream -> stream.awaitEnd(Duration.ofSeconds(10)));
		hark.restart();
		flows.forEach(flow -> flow.awaitMore(5));
		flows.forEach(Flow::stop);

		for (int i = 0; i < pairs.size(); i++) {
			List<String> sent = flows.get(i).acknowledged();
			assertThat(sent).as("acknowledged before the kill").hasSizeGreaterThanOrEqualTo(acknowledged.get(i));
			assertThat(pairs.get(i).audit().subList(1, sent.size() + 1)).isEqualTo(sent);
			assertThat(pairs.get(i).audit()).as("nothing else").hasSize(sent.size() + 1);
			assertStreamGoesOn(pairs.get(i), streams.get(i), sent);
		}
	}

	/** What the stream had brought before the kill and what its resumption brings is all of it, once. */
	private static void assertStreamGoesOn(Pair pair, StreamReader before, List<String> sent) {
		try (StreamReader after = pair.reader().streamAfter(String.valueOf(before.lastId()))) {
			eventually(
					() -> assertThat(before.texts().size() + after.texts().size()).isGreaterThanOrEqualTo(sent.size()));
			List<String> heard = new ArrayList<>(before.texts());
			heard.addAll(after.texts());
			assertThat(heard).isEqualTo(sent);
			assertThat(after.named("reset")).isEmpty();
		}
	}
}
