package app.hark.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import app.hark.audit.Reading.Lost;
import app.hark.drive.HarkServer;

/** Sessions end while their streams are being written to: by their own device, by another one, by a new password. */
final class SignOuts implements Drill {

	private static final int PEOPLE = 4;

	/** Of the device that stays signed in. */
	private static final int STREAMS_THAT_STAY = 2;

	/** When we give up waiting for an end; what took longer than allowed is found later. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Override
	public String title(Scale scale) {
		return "sign-out, a session ended from elsewhere and a new password in the middle of a stream, "
				+ rounds(scale) * PEOPLE + " times each";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, PEOPLE)) {
			List<Reader> staying = scene.read(hark.url(), STREAMS_THAT_STAY);
			List<Account> accounts = scene.members.stream().map(member -> new Account(scene, member)).toList();
			Queue<Ending> endings = new ConcurrentLinkedQueue<>();
			scene.write(hark.url(), 2 * PEOPLE, Duration.ofMillis(20));
			for (int round = 0; round < rounds(scale); round++) {
				Crowd.each(PEOPLE, i -> endings.addAll(end(accounts.get(i))));
				scene.awaitSends(100);
			}
			scene.settle();
			endings.forEach(ending -> ending.complaints().forEach(scene.history::error));
			staying.stream().filter(reader -> reader.reading.noticed().stream().anyMatch(Lost.class::isInstance))
					.forEach(reader -> scene.history.error("the stream " + reader.reading.name
							+ " of a device that stayed has ended"));
			return scene.end().remarking(remark(endings));
		}
	}

	/** One device signs out, one is sent away by another, two go when the password changes. */
	private static List<Ending> end(Account account) {
		Visit leaves = account.visit(false);
		Visit sentAway = account.visit(true);
		List<Visit> rest = List.of(account.visit(true), account.visit(false));

		Ending left = leaves.end("signing out", leaves.device::signOut);
		Ending sent = sentAway.end("ended from elsewhere", () -> account.endFromElsewhere(sentAway));
		await(Stream.of(left, sent));
		rest.forEach(visit -> visit.expectOpen("another session of theirs has ended"));
		List<Ending> changed = Visit.end("a new password", rest, account::changePassword);
		await(changed.stream());
		return Stream.concat(Stream.of(left, sent), changed.stream()).toList();
	}

	private static void await(Stream<Ending> endings) {
		List<Ending> all = endings.toList();
		Patience.await(PATIENCE, () -> assertThat(all).allMatch(Ending::isOver));
	}

	private static String remark(Queue<Ending> endings) {
		Map<String, Long> longest = endings.stream().collect(groupingBy(Ending::how, TreeMap::new,
				reducing(0L, ending -> ending.lasted().stream().mapToLong(Duration::toMillis).max().orElse(0),
						Math::max)));
		return "%d streams of %d ended sessions; milliseconds from the answer that ended the session to the end of its last stream, at most: %s"
				.formatted(endings.stream().mapToInt(ending -> ending.lasted().size()).sum(), endings.size(), longest);
	}

	private static int rounds(Scale scale) {
		return scale.pick(2, 5);
	}
}
