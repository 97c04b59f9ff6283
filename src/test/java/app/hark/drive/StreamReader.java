package app.hark.drive;

import static app.hark.drive.Eventually.SOON;
import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Reads a stream as it comes over the wire, on a virtual thread, and keeps every event. */
public final class StreamReader implements AutoCloseable {

	/** One dispatched event; {@code id} is null where its block had none. The name of a line that is none is malformed. */
	public record Event(String name, @Nullable String id, String data, Instant at) {

		public long position() {
			String known = Objects.requireNonNull(id, () -> name + " has no id");
			return Long.parseLong(known.substring(0, known.indexOf('.')));
		}

		public Html html() {
			return Html.of(data);
		}
	}

	private final HttpResponse<InputStream> response;

	private final Instant opened = Instant.now();

	private final List<Event> events = new CopyOnWriteArrayList<>();

	/** Of the first events, as many as have been read; both guarded by this. */
	private final List<String> texts = new ArrayList<>();

	private int read;

	private volatile @Nullable Instant ended;

	private StreamReader(HttpResponse<InputStream> response) {
		this.response = response;
		Thread.ofVirtual().start(this::read);
	}

	/** Opens it and returns when the server has answered: what is sent from now on is in it. */
	public static StreamReader open(Client client, String path, String... headers) {
		StreamReader reader = tryOpen(client, path, headers);
		assertThat(reader.status()).as("status of %s", path).isEqualTo(200);
		return reader;
	}

	public static StreamReader tryOpen(Client client, String path, String... headers) {
		return new StreamReader(client.open(path, headers));
	}

	static StreamReader of(HttpResponse<InputStream> response) {
		return new StreamReader(response);
	}

	public int status() {
		return response.statusCode();
	}

	public HttpHeaders headers() {
		return response.headers();
	}

	public List<Event> events() {
		return List.copyOf(events);
	}

	public List<Event> named(String name) {
		return events.stream().filter(event -> event.name().equals(name)).toList();
	}

	/** The events that have an id: what a client must see exactly once. */
	public List<Event> entries() {
		return events.stream().filter(event -> event.id() != null).toList();
	}

	/** The texts of all messages that came, in the order in which they came. */
	public synchronized List<String> texts() {
		for (; read < events.size(); read++) {
			Event event = events.get(read);
			if (event.name().equals("message")) {
				event.html().messages().forEach(message -> texts.add(message.text()));
			}
		}
		return List.copyOf(texts);
	}

	/** The id to resume from; null while nothing with an id has come. */
	public @Nullable String lastId() {
		List<Event> entries = entries();
		return entries.isEmpty() ? null : entries.getLast().id();
	}

	public Event await(String name) {
		awaitEvents(all -> all.stream().anyMatch(event -> event.name().equals(name)), SOON);
		return named(name).getFirst();
	}

	public StreamReader awaitEvents(Predicate<List<Event>> enough, Duration atMost) {
		eventually(atMost, () -> assertThat(enough.test(events())).as("%s", events()).isTrue());
		return this;
	}

	public StreamReader awaitMessages(int count) {
		eventually(() -> assertThat(named("message")).hasSizeGreaterThanOrEqualTo(count));
		return this;
	}

	/** Waits until the server has ended it. Answers how long it was open. */
	public Duration awaitEnd(Duration atMost) {
		eventually(atMost, () -> assertThat(ended).as("end of the stream, after %s", events()).isNotNull());
		return Duration.between(opened, ended);
	}

	public boolean isOpen() {
		return ended == null;
	}

	@Override
	public void close() {
		try {
			response.body().close();
		} catch (IOException alreadyCut) {
			throw new UncheckedIOException(alreadyCut);
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
			EventParser parser = new EventParser(events::add);
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				parser.line(line);
			}
		} catch (IOException cut) {
			// an end like any other: what counts is what had arrived
		} finally {
			ended = Instant.now();
		}
	}
}
