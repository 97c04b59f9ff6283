package app.hark.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Writes server-sent events, as the HTML standard defines them (section 9.2).
 * <p>
 * Writes to the bare stream, because a writer in between would swallow the exception that tells of a reader who left.
 */
final class EventWriter {

	private final OutputStream out;

	EventWriter(OutputStream out) {
		this.out = out;
	}

	/** A line that clients ignore. Sent first, so that the headers leave and the client knows that it is connected. */
	void comment(String text) throws IOException {
		write(": " + text + "\n\n");
	}

	/** How long the client should wait before it comes back. */
	void retry(Duration wait) throws IOException {
		write("retry: " + wait.toMillis() + "\n");
	}

	/**
	 * One event. A line ends at {@code \n}, at {@code \r\n} and at a lone {@code \r}, so each of these starts a new data
	 * line; anything else in the data cannot end it.
	 */
	void event(String name, @Nullable Cursor id, String data) throws IOException {
		var text = new StringBuilder(data.length() + 64).append("event: ").append(name).append('\n');
		if (id != null) {
			text.append("id: ").append(id).append('\n');
		}
		for (String line : data.split("\r\n|\r|\n", -1)) {
			text.append("data: ").append(line).append('\n');
		}
		write(text.append('\n').toString());
	}

	void flush() throws IOException {
		out.flush();
	}

	private void write(String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
	}
}
