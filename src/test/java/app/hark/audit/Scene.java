package app.hark.audit;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.hark.audit.History.Step;
import app.hark.drive.Client;
import app.hark.drive.Cluster;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** What all drills share: a server of their own, people with accounts, devices that write and devices that read. */
final class Scene implements AutoCloseable {

	private static final Duration SETTLED = Duration.ofSeconds(40);

	/** Three heartbeats of the servers that drills start, see {@link #HEARTBEAT}. */
	private static final Duration SILENCE = Duration.ofSeconds(3);

	static final String HEARTBEAT = "hark.stream.heartbeat=1s";

	/** The one Hark, where there are not several. */
	final @Nullable HarkServer hark;

	private final Stage stage;

	final History history = new History();

	final List<Member> members;

	private final Instant begun = Instant.now();

	private final AtomicLong acknowledged = new AtomicLong();

	private final List<Reader> readers = new CopyOnWriteArrayList<>();

	private final List<Thread> writers = new ArrayList<>();

	private final List<Watched> screens = new ArrayList<>();

	private volatile boolean writing = true;

	private volatile boolean calm = true;

	private volatile boolean open = true;

	private volatile Duration silence = SILENCE;

	/** Somebody with an account, and a device of theirs. */
	record Member(Person person, Client device) {
	}

	private Scene(@Nullable HarkServer hark, Stage stage, int people) throws InterruptedException {
		this.hark = hark;
		this.stage = stage;
		this.members = signUp(People.some(people));
		Thread.ofVirtual().start(this::watchStreams);
	}

	static Scene on(HarkServer hark, int people) throws InterruptedException {
		return new Scene(hark, Stage.of(hark), people);
	}

	static Scene on(Stage stage, int people) throws InterruptedException {
		return new Scene(null, stage, people);
	}

	/** For readers of servers whose heart beats more slowly: streams that bring nothing for so long are taken for dead. */
	Scene bearing(Duration silence) {
		this.silence = silence;
		return this;
	}

	static Scene on(Cluster cluster, int people) throws InterruptedException {
		return new Scene(null, Stage.of(cluster), people);
	}

	/** Two at a time: the server hashes no more passwords at once than it has processors, and lets nobody wait for long. */
	private List<Member> signUp(List<Person> people) throws InterruptedException {
		try (ExecutorService two = Executors.newFixedThreadPool(2)) {
			return two.invokeAll(people.stream()
					.map(person -> (Callable<Member>) () -> new Member(person, Client.at(stage.url()).signUp(person)))
					.toList()).stream().map(Future::resultNow).toList();
		}
	}

	/** So many readers for each of the people, who reach the server at this address. */
	List<Reader> read(URI address, int each) {
		return read(address, each, members);
	}

	List<Reader> read(URI address, int each, List<Member> of) {
		List<Reader> begun = new ArrayList<>();
		for (Member member : of) {
			Client device = member.device().via(address);
			String cursor = member.device().list().cursor();
			for (int i = 0; i < each; i++) {
				begun.add(reader(() -> device, member, cursor));
			}
		}
		eventually(SETTLED, () -> assertThat(begun).allMatch(reader -> !reader.reading.noticed().isEmpty()));
		return begun;
	}

	Reader reader(Supplier<Client> device, Member member, String cursor) {
		long position = Long.parseLong(cursor.substring(0, cursor.indexOf('.')));
		Reader reader = new Reader(device, cursor, history.reading(member.person().username(), position));
		readers.add(reader);
		return reader;
	}

	/** Has so many devices write to people of their choice, at this address, until {@link #end}. */
	void write(URI address, int devices, Duration pause) {
		write(address, devices, pause, members);
	}

	void write(URI address, int devices, Duration pause, List<Member> among) {
		for (int i = 0; i < devices; i++) {
			Member author = among.get(i % among.size());
			Random random = new Random(i);
			List<Person> others = among.stream().filter(member -> member != author).map(Member::person).toList();
			Sender sender = sender(author.device().via(address));
			writers.add(Thread.ofVirtual().start(() -> sender.writeOn(() -> writing,
					() -> others.get(random.nextInt(others.size())), pause, random, acknowledged)));
		}
	}

	Sender sender(Client device) {
		return new Sender(device, history, () -> calm);
	}

	/** Has one of the people write to another. Answers their conversation. */
	long introduce(int from, int to) {
		sender(members.get(from).device()).send(members.get(to).person(), "hello");
		return members.get(to).device().list().html().conversations().getFirst().id();
	}

	/** Has somebody look at a conversation in a browser until the end. */
	void watch(Watched screen) {
		screens.add(screen);
	}

	/** How many sends have been acknowledged until now. */
	long acknowledged() {
		return acknowledged.get();
	}

	/** Waits until so many more sends have been acknowledged. */
	void awaitSends(int more) {
		long enough = acknowledged.get() + more;
		eventually(Duration.ofSeconds(120), () -> assertThat(acknowledged).hasValueGreaterThanOrEqualTo(enough));
	}

	/** Waits until so many tries have been left without an answer. */
	void awaitUnanswered(int tries) {
		eventually(SETTLED, () -> assertThat(history.tries(Step.UNKNOWN)).isGreaterThanOrEqualTo(tries));
	}

	/** Does something that may cost somebody an answer; outside of this, every answer has to be a good one. */
	void breaking(Runnable what) {
		calm = false;
		what.run();
		calm = true;
	}

	/** Every reader breaks its connection at the same instant and comes back. */
	void hangUpAll() {
		readers.forEach(Reader::hangUp);
		awaitReaders();
	}

	/** Waits until every reader has a stream. */
	void awaitReaders() {
		eventually(SETTLED, () -> assertThat(readers).allMatch(Reader::isReading));
	}

	/** Ends the writing, lets everybody catch up, stops the server and compares. */
	Verdict end() throws InterruptedException {
		settle();
		screens.forEach(screen -> history.add(screen.look()));
		readers.forEach(Reader::close);
		return Verdict.of(history, stage.stored(), Duration.between(begun, Instant.now()));
	}

	void settle() throws InterruptedException {
		writing = false;
		for (Thread writer : writers) {
			writer.join(SETTLED);
		}
		Map<String, Long> heads = new HashMap<>();
		for (Member member : members) {
			String cursor = member.device().list().cursor();
			heads.put(member.person().username(), Long.parseLong(cursor.substring(0, cursor.indexOf('.'))));
		}
		Patience.await(SETTLED, () -> assertThat(readers).allMatch(reader -> reader.reading.ended()
				|| reader.reading.position() >= heads.getOrDefault(reader.reading.owner, 0L)));
	}

	private void watchStreams() {
		while (open) {
			readers.forEach(reader -> reader.mistrustSilence(silence));
			LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
		}
	}

	@Override
	public void close() {
		open = false;
		writing = false;
		writers.forEach(Thread::interrupt);
		readers.forEach(Reader::close);
		stage.close();
	}
}
