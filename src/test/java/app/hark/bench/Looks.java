package app.hark.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who look at one page after the other, each over a connection of their own, as fast as they are answered. */
record Looks(World world, List<Senders.Device> people) {

	/** So many conversations each of them goes through. */
	static final int OPEN = 4;

	interface Address {

		String of(Place place);
	}

	/** One of somebody's conversations, which is with this reader. */
	record Place(long conversation, int reader) {
	}

	/** Insists on what a page must have. */
	interface Check {

		void of(String page, Place place);
	}

	/** How many whole pages all of them get in this time. */
	int during(Duration time, Address address, Check check) throws Exception {
		long end = System.nanoTime() + time.toNanos();
		List<Future<Integer>> counts = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(people.size())) {
			for (Senders.Device one : people) {
				counts.add(threads.submit(() -> ask(one, address, check, end)));
			}
		}
		int all = 0;
		for (Future<Integer> count : counts) {
			all += count.get();
		}
		return all;
	}

	private int ask(Senders.Device one, Address address, Check check, long end) throws IOException {
		try (Wire wire = new Wire(one.address(), one.cookie())) {
			int count = 0;
			for (; System.nanoTime() < end; count++) {
				int number = count % OPEN;
				var place = new Place(world.conversation(one.sender(), number), world.readerOf(one.sender(), number));
				check.of(wire.get(address.of(place), "").expect(200).says("</html>").body(), place);
			}
			return count;
		}
	}

	/** How often a page has this. */
	static int count(String page, String part) {
		int count = 0;
		for (int at = page.indexOf(part); at >= 0; at = page.indexOf(part, at + 1)) {
			count++;
		}
		return count;
	}
}
