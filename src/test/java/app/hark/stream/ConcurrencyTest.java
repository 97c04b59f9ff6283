package app.hark.stream;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;
import app.hark.drive.StreamReader.Event;

/** What holds when many write at once. Seeded, so that a failure comes again. */
@HarkTest
@Timeout(120)
class ConcurrencyTest {

	/**
	 * Few people with many devices: first contacts race, conversations overlap in every way, and every inbox has many
	 * writers.
	 */
	private static final int PEOPLE = 4;

	private static final int DEVICES = 5;

	private static final int STREAMS = 4;

	private static final Pattern PLACE = Pattern
			.compile("<article[^>]* data-in=\"(timeline-\\d+)\" data-order=\"(\\d+)\"");

	private static final int SENDS = 20;

	@LocalServerPort int port;

	@Test
	void everyReaderSeesEveryPositionOnceWhileStrangersWithManyDevicesMeetAndWrite() throws Exception {
		List<Person> people = People.some(PEOPLE);
		List<Client> readers = people.stream().map(person -> Client.at(port).signUp(person)).toList();
		List<StreamReader> streams = IntStream.range(0, PEOPLE * STREAMS)
				.mapToObj(i -> readers.get(i % PEOPLE).stream()).toList();
		List<Callable<Integer>> devices = IntStream.range(0, PEOPLE * DEVICES)
				.mapToObj(i -> writer(i, people, Client.at(port).signIn(people.get(i % PEOPLE)))).toList();

		assertThat(atOnce(devices)).hasSize(PEOPLE * DEVICES).containsOnly(SENDS);

		int messages = readers.stream().mapToInt(ConcurrencyTest::messagesOf).sum();
		assertThat(messages).as("each message has two readers").isEqualTo(2 * PEOPLE * DEVICES * SENDS);
		for (int i = 0; i < streams.size(); i++) {
			streams.get(i).awaitMessages(messagesOf(readers.get(i % PEOPLE)));
			assertPositionsWithoutGap(streams.get(i));
			assertEveryConversationInOrder(streams.get(i));
			streams.get(i).close();
		}
	}

	/** A device of the person with this number that writes to the others, by a chance that is the same in every run. */
	private static Callable<Integer> writer(int number, List<Person> people, Client device) {
		return () -> {
			Random random = new Random(number);
			for (int i = 1; i <= SENDS; i++) {
				int other = (number + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
				device.write(people.get(other), number + " writes " + i);
			}
			return SENDS;
		};
	}

	@Test
	void twoWhoWriteToEachOtherForTheFirstTimeAtOnceShareOneConversation() throws Exception {
		for (int pair = 0; pair < 10; pair++) {
			Person ada = People.someone();
			Person bea = People.someone();
			Client adas = Client.at(port).signUp(ada);
			Client beas = Client.at(port).signUp(bea);

			List<Long> conversations = atOnce(
					List.of(() -> adas.write(bea, "Hello Bea"), () -> beas.write(ada, "Hello Ada"),
							() -> adas.write(bea, "Again"), () -> beas.write(ada, "Too")));

			assertThat(conversations).hasSize(4).containsOnly(conversations.getFirst());
			assertThat(adas.list().html().conversations()).hasSize(1);
			assertThat(adas.chat(conversations.getFirst()).html().messages()).extracting(Html.Message::seq)
					.containsExactly(1L, 2L, 3L, 4L);
		}
	}

	@Test
	void oneClickThatArrivesTwentyTimesAtOnceIsOneMessage() throws Exception {
		Person bea = People.someone();
		Client beas = Client.at(port).signUp(bea);
		Client adas = Client.at(port).signUp(People.someone());
		try (StreamReader stream = beas.stream()) {
			String token = Client.freshToken();

			List<Page> answers = atOnce(IntStream.range(0, 20)
					.<Callable<Page>>mapToObj(_ -> () -> adas.tryWrite(bea.username(), "once", token)).toList());

			assertThat(answers).hasSize(20).allMatch(answer -> answer.status() == 303);
			assertThat(answers).extracting(Page::location).containsOnly(answers.getFirst().location());
			adas.write(bea, "afterwards");
			assertThat(stream.awaitMessages(2).texts()).containsExactly("once", "afterwards");
			assertThat(adas.chat(answers.getFirst().conversation()).html().messages()).extracting(Html.Message::text)
					.containsExactly("once", "afterwards");
		}
	}

	@Test
	void aPageMadeWhileMessagesCommitTogetherWithItsStreamShowsEachOnceAndNoneMissing() throws Exception {
		Person bea = People.someone();
		Client beas = Client.at(port).signUp(bea);
		Client adas = Client.at(port).signUp(People.someone());
		long chat = adas.write(bea, "message 1");
		List<Page> pages = new ArrayList<>();

		atOnce(List.of(() -> {
			IntStream.rangeClosed(2, 100).forEach(i -> adas.say(chat, "message " + i));
			return true;
		}, () -> {
			for (int i = 0; i < 12; i++) {
				pages.add(beas.chat(chat));
			}
			return true;
		}));

		assertThat(pages).hasSize(12);
		for (Page page : pages) {
			List<String> shown = page.html().messages().stream().map(Html.Message::text).toList();
			try (StreamReader rest = StreamReader.open(beas, "/stream?after=" + page.cursor())) {
				eventually(() -> assertThat(shown.contains("message 100") || rest.texts().contains("message 100"))
						.isTrue());
				List<String> news = rest.texts().stream().filter(text -> !shown.contains(text)).toList();
				List<String> seen = Stream.concat(shown.stream(), news.stream()).toList();
				assertThat(seen).isEqualTo(
						IntStream.rangeClosed(101 - seen.size(), 100).mapToObj(i -> "message " + i).toList());
			}
		}
	}

	private static void assertPositionsWithoutGap(StreamReader stream) {
		List<Long> positions = stream.entries().stream().map(Event::position).toList();
		assertThat(positions).isEqualTo(
				LongStream.range(0, positions.size()).mapToObj(i -> positions.getFirst() + i).toList());
	}

	private static void assertEveryConversationInOrder(StreamReader stream) {
		Map<String, Long> last = new HashMap<>();
		for (Event event : stream.named("message")) {
			Matcher place = PLACE.matcher(event.data());
			assertThat(place.find()).as("a message in %s", event).isTrue();
			long seq = Long.parseLong(place.group(2));
			assertThat(seq).as("in %s", place.group(1)).isEqualTo(last.getOrDefault(place.group(1), 0L) + 1);
			last.put(place.group(1), seq);
		}
	}

	private static int messagesOf(Client device) {
		return device.list().html().conversations().stream()
				.mapToInt(line -> (int) device.chat(line.id()).html().messages().getLast().seq()).sum();
	}

	/** Runs them together, from one starting shot. */
	private static <T> List<T> atOnce(List<Callable<T>> actions) throws InterruptedException, ExecutionException {
		CyclicBarrier start = new CyclicBarrier(actions.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<T>> futures = actions.stream().map(action -> threads.submit(() -> {
				start.await();
				return action.call();
			})).toList();
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
	}
}
