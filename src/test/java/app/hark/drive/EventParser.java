package app.hark.drive;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Makes events out of the lines of a stream, by the rules of the HTML standard, "Interpreting an event stream": fields until
 * an empty line; a block without data is no event. Lines are split where BufferedReader does, which is where the standard
 * does: at {@code \n}, {@code \r\n} and a lone {@code \r}.
 */
public final class EventParser {

	private final Consumer<StreamReader.Event> sink;

	private String name = "";

	private @Nullable String id;

	private @Nullable StringBuilder data;

	public EventParser(Consumer<StreamReader.Event> sink) {
		this.sink = sink;
	}

	/** A new stream begins: what the last one left unfinished is no event. */
	public void begin() {
		name = "";
		id = null;
		data = null;
	}

	public void line(String line) {
		if (line.isEmpty()) {
			dispatch();
			return;
		}
		int colon = line.indexOf(':');
		String field = colon < 0 ? line : line.substring(0, colon);
		String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
		switch (field) {
			case "" -> {
			}
			case "event" -> name = value;
			case "id" -> id = value;
			case "data" -> data = data == null ? new StringBuilder(value) : data.append('\n').append(value);
			case "retry" -> Long.parseLong(value);
			default -> sink.accept(new StreamReader.Event("malformed", null, line, Instant.now()));
		}
	}

	private void dispatch() {
		if (data != null) {
			sink.accept(new StreamReader.Event(name.isEmpty() ? "message" : name, id, data.toString(), Instant.now()));
		}
		begin();
	}
}
