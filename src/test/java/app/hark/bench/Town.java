package app.hark.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** A Hark in which a large group has written for years, with those who send and read signed in and all readers' streams open. */
final class Town {

	private static final String HEARTBEAT = "hark.stream.heartbeat=15s";

	final World world;

	final Database database = Database.asAsked();

	final HarkServer hark;

	final Sends sends = new Sends();

	/** Those who send, each with their cookie. */
	final List<Senders.Device> devices = new ArrayList<>();

	final Readers readers;

	Town(World world) throws Exception {
		this.world = world;
		HarkServer own = HarkServer.startPinned(Cores.forServer(), HEARTBEAT);
		Client.at(own.url()).signUp(People.someone());
		own.stop();
		long begun = System.nanoTime();
		world.fill(own.data());
		System.out.printf("%,d people and %,d messages written in %d s%n", world.people(), world.messages(),
				seconds(begun));
		begun = System.nanoTime();
		this.hark = database.goOn(own, HEARTBEAT);
		System.out.printf("on %s in %d s%n", database, seconds(begun));
		awaitQuiet(hark);
		System.out.printf("quiet %d s after the start%n", seconds(begun));
		this.readers = comeIn();
		System.out.printf("signed in %d s after the start%n", seconds(begun));
		Cores.leaveFirst();
	}

	private static long seconds(long begun) {
		return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
	}

	/** Until it has indexed and checked what it wants to, and rests. */
	static void awaitQuiet(HarkServer hark) throws InterruptedException {
		int quiet = 0;
		while (quiet < 3) {
			double before = Cores.used(hark.pid());
			Thread.sleep(1_000);
			quiet = Cores.used(hark.pid()) - before < .1 ? quiet + 1 : 0;
		}
	}

	private Readers comeIn() throws Exception {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < world.readers(); i++) {
			names.add(world.reader(i));
		}
		for (int i = 0; i < world.senders(); i++) {
			names.add(world.sender(i));
		}
		List<Future<Client>> signedIn = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			names.forEach(name -> signedIn
					.add(threads.submit(() -> Client.at(address()).signIn(new Person(name, name, World.PASSWORD)))));
		}
		List<String> cookies = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			Client client = signedIn.get(i).get();
			String cookie = "hark=" + client.cookies().get("hark");
			if (i < world.readers()) {
				cookies.add(cookie);
			} else {
				devices.add(new Senders.Device(address(), cookie, client.list().html().value("_csrf"),
						i - world.readers()));
			}
		}
		return Readers.open(address(), cookies, sends);
	}

	private URI address() {
		return hark.url();
	}

	/** Ends it and looks at what it has stored. */
	void end() throws IOException {
		readers.close();
		hark.stop();
		Stored.check(database.of(hark.data()), world.messages(), sends);
		hark.close();
		database.close();
	}
}
