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
	private boolean written;
	private long waiting;

	EventWriter(OutputStream out) {
		this.out = out;
	}

	/** A line that clients ignore. Written first, so that there is something to send together with the headers. */
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
		String lines = data.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\ndata: ");
		write("event: " + name + (id == null ? "" : "\nid: " + id) + "\ndata: " + lines + "\n\n");
	}

	/** Sends what was written, if anything was: each sending is a packet. */
	void flush() throws IOException {
		if (written) {
			out.flush();
			written = false;
		}
	}

	/** Whether something was written so long ago, and not sent yet. */
	boolean waitsFor(Duration time) {
		return written && System.nanoTime() - waiting > time.toNanos();
	}

	private void write(String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		if (!written) {
			written = true;
			waiting = System.nanoTime();
		}
	}
}
