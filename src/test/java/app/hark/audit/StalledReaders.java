package app.hark.audit;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.hark.audit.Scene.Member;
import app.hark.drive.HarkServer;
import app.hark.drive.StalledReader;

/**
 * Readers stop reading and keep their connections, while long messages are written to them. Everybody else must not notice;
 * the stalled are ended within the write timeout, and are whole again when they come back.
 */
final class StalledReaders implements Drill {

	private static final int LIVELY = 8;

	private static final int STALLED_EACH = 10;

	/** Of 32 KB each: more than what a connection's buffers hold. */
	private static final int MESSAGES = 60;

	private static final String LONG = "🎻".repeat(7_900);

	/** The write timeout of the product and some for the sweep of a loaded machine. */
	private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(6);

	/** Below this, twice as slow is not noticed by anybody and says more of the machine's scheduler than of Hark. */
	private static final Duration UNNOTICED = Duration.ofMillis(50);

	@Override
	public String title(Scale scale) {
		return STALLED_EACH * stalledPeople(scale) + " readers that stop reading and keep the connection";
	}

	@Override
	public Verdict run(Product product, Scale scale) throws InterruptedException {
		HarkServer hark = product.start(Scene.HEARTBEAT);
		try (Scene scene = Scene.on(hark, LIVELY + stalledPeople(scale))) {
			List<Member> lively = scene.members.subList(0, LIVELY);
			List<Member> others = scene.members.subList(LIVELY, scene.members.size());
			scene.read(hark.url(), 5, lively);
			scene.write(hark.url(), 4, Duration.ofMillis(20), lively);
			scene.awaitSends(100);

			List<Reader> reading = scene.read(hark.url(), STALLED_EACH, others);
			Latencies before = whileFlooded(scene, others);
			reading.forEach(Reader::leave);
			long heapBefore = Heap.used(hark);

			List<StalledReader> stalled = stall(others);
			List<String> cursors = others.stream().map(member -> member.device().list().cursor()).toList();
			Latencies during = whileFlooded(scene, others);
			Instant flooded = Instant.now();
			eventually(WRITE_TIMEOUT, () -> assertThat(stalled).allMatch(StalledReader::isGivenUp));
			Duration givenUp = Duration.between(flooded, Instant.now());
			long heapAfter = Heap.used(hark);

			IntStream.range(0, others.size())
					.forEach(i -> scene.reader(others.get(i)::device, others.get(i), cursors.get(i)));
			Verdict verdict = scene.end();
			judge(verdict.findings(), before, during, heapBefore, heapAfter);
			return verdict.remarking(
					"everybody else: %s with readers that read, %s with stalled ones; ended %.1f s after the last message; heap %d → %d MB"
							.formatted(before, during, givenUp.toMillis() / 1e3, heapBefore >> 20, heapAfter >> 20));
		}
	}

	private static List<StalledReader> stall(List<Member> members) {
		List<StalledReader> stalled = new ArrayList<>();
		for (Member member : members) {
			String cursor = member.device().list().cursor();
			for (int i = 0; i < STALLED_EACH; i++) {
				stalled.add(StalledReader.after(member.device(), cursor));
			}
		}
		return stalled;
	}

	/** They write to each other enough to fill every buffer between the server and a reader. Answers how the rest fared. */
	private static Latencies whileFlooded(Scene scene, List<Member> members) throws InterruptedException {
		Instant begin = Instant.now();
		Crowd.each(members.size(), i -> {
			Sender sender = scene.sender(members.get(i).device());
			for (int message = 0; message < MESSAGES; message++) {
				sender.send(members.get((i + 1) % members.size()).person(), LONG);
			}
		});
		Instant end = Instant.now();
		Set<String> flooded = members.stream().map(member -> member.person().username()).collect(Collectors.toSet());
		return Latencies.of(scene.history, reading -> !flooded.contains(reading.owner),
				at -> at.isAfter(begin) && at.isBefore(end));
	}

	private static void judge(Findings findings, Latencies before, Latencies during, long heapBefore, long heapAfter) {
		Duration slow = before.percentile(.99).multipliedBy(2);
		if (during.percentile(.99).compareTo(slow.compareTo(UNNOTICED) > 0 ? slow : UNNOTICED) > 0) {
			findings.add(Figure.ERRORS, "everybody else was slowed from %s to %s", before, during);
		}
		if (heapAfter > heapBefore * 3 / 2) {
			findings.add(Figure.ERRORS, "heap %d before, %d after", heapBefore, heapAfter);
		}
	}

	private static int stalledPeople(Scale scale) {
		return scale.pick(4, 20);
	}
}
