package app.hark.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Devices that send as a page does, each over a connection of its own: as fast as they are answered, or at a pace. */
final class Senders implements AutoCloseable {

	private static final Pattern TOKEN = Pattern.compile("name=\"clientToken\" value=\"([^\"]+)\"");

	private final List<Thread> threads = new ArrayList<>();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private final Sends sends;

	private volatile boolean sending = true;

	/** Somebody who sends: their cookie and the token that their pages carry. */
	record Device(URI address, String cookie, String csrf, int sender) {
	}

	private Senders(Sends sends) {
		this.sends = sends;
	}

	/** @param pause nanoseconds between the beginnings of two sends of each; 0 for none */
	static Senders start(World world, List<Device> devices, Sends sends, long pause) {
		Senders senders = new Senders(sends);
		List<String> texts = World.texts();
		for (Device device : devices) {
			senders.threads.add(Thread.ofPlatform().name("sender " + device.sender()).start(() -> {
				try (Wire wire = new Wire(device.address(), device.cookie())) {
					senders.send(world, device, wire, texts, pause);
				} catch (Throwable wrong) {
					senders.failure.compareAndSet(null, wrong);
				}
			}));
		}
		return senders;
	}

	private void send(World world, Device device, Wire wire, List<String> texts, long pause) throws IOException {
		String form = "_csrf=" + device.csrf() + "&clientToken=";
		String token = "t" + device.sender() + "-" + System.nanoTime();
		long due = System.nanoTime() + (long) (pause * Math.random());
		for (int i = 0; sending; i++) {
			int place = i % World.LISTENERS;
			long begins = System.nanoTime();
			if (pause > 0) {
				awaitTime(due);
				begins = due;
				due += pause;
			}
			int number = sends.begin(world.readerOf(device.sender(), place), begins);
			String text = texts.get(number % texts.size()) + " #n" + number + "n";
			Wire.Answer answer = wire.post("/conversations/" + world.conversation(device.sender(), place) + "/messages",
					"HX-Request: true\r\n", form + token + "&body=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
			answer.expect(200).says("<article id=\"message-", "#n" + number + "n", "id=\"composer-alert\"");
			sends.acknowledged(number);
			Matcher fresh = TOKEN.matcher(answer.body());
			if (!fresh.find()) {
				throw new AssertionError("no fresh token: " + answer.body());
			}
			token = fresh.group(1);
		}
	}

	/** A thread may wake before its time. */
	private static void awaitTime(long due) {
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	void check() {
		Throwable wrong = failure.get();
		if (wrong != null) {
			throw new AssertionError("a send is wrong", wrong);
		}
	}

	@Override
	public void close() {
		sending = false;
		for (Thread thread : threads) {
			Threads.await(thread);
		}
		check();
	}
}
