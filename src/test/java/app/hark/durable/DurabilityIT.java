package app.hark.durable;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.PackagedTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** Kills the server under load, again and again, and audits what it had acknowledged. */
@PackagedTest
class DurabilityIT {

	private static final int ROUNDS = 3;

	private static final int PAIRS = 4;

	/** Somebody who writes without a pause to somebody who listens, and all that was acknowledged in all rounds. */
	private record Pair(Client writer, Client reader, long conversation, List<String> sent) {

		static Pair of(HarkServer hark) {
			Person reader = People.someone();
			Client readers = Client.at(hark.url()).signUp(reader);
			Client writers = Client.at(hark.url()).signUp(People.someone());
			return new Pair(writers, readers, writers.write(reader, "start"), new ArrayList<>(List.of("start")));
		}

		/** All that the pages show, from the first message to the last. */
		List<String> audit() {
			List<String> all = new ArrayList<>();
			String next = "/conversations/" + conversation;
			while (!next.isEmpty()) {
				Html page = reader.get(next).expect(200).html();
				all.addAll(0, page.messages().stream().map(Html.Message::text).toList());
				next = page.older().orElse("");
			}
			return all;
		}
	}

	@Test
	void whatWasAcknowledgedIsThereAfterAKillOnceAndInOrder() {
		try (HarkServer hark = HarkServer.start()) {
			List<Pair> pairs = IntStream.range(0, PAIRS).mapToObj(_ -> Pair.of(hark)).toList();
			for (int round = 1; round <= ROUNDS; round++) {
				assertNothingLost(hark, pairs, "round " + round + " message");
			}
		}
	}

	private static void assertNothingLost(HarkServer hark, List<Pair> pairs, String text) {
		List<StreamReader> before = pairs.stream().map(pair -> pair.reader().stream()).toList();
		List<Flow> flows = pairs.stream().map(pair -> Flow.flood(pair.writer(), pair.conversation(), text)).toList();
		flows.forEach(flow -> flow.awaitMore(30));

		hark.kill();
		List<Integer> acknowledged = flows.stream().map(flow -> flow.acknowledged().size()).toList();
		before.forEach(stream -> stream.awaitEnd(Duration.ofSeconds(10)));
		hark.restart();
		flows.forEach(flow -> flow.awaitMore(5));
		flows.forEach(Flow::stop);

		for (int i = 0; i < pairs.size(); i++) {
			List<String> sent = flows.get(i).acknowledged();
			assertThat(sent).as("acknowledged before and after the kill").hasSizeGreaterThan(acknowledged.get(i));
			pairs.get(i).sent().addAll(sent);
			assertThat(pairs.get(i).audit()).isEqualTo(pairs.get(i).sent());
			assertStreamGoesOn(pairs.get(i), before.get(i), sent);
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
