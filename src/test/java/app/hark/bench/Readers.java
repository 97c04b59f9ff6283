package app.hark.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** Very many open streams, read by one thread. Each event is taken apart and handed to {@link Sends}. */
final class Readers implements AutoCloseable {

	private final Selector selector = Selector.open();

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);

	private final Sends sends;

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger pings = new AtomicInteger();

	private final Thread thread = new Thread(this::read, "readers");

	private volatile @Nullable Throwable failure;

	private volatile boolean closed;

	/** One stream: what has come and is no whole block yet. */
	private static final class One {

		private final int reader;

		private final StringBuilder text = new StringBuilder();

		private byte[] rest = new byte[0];

		private boolean answered;

		private long position = -1;

		private One(int reader) {
			this.reader = reader;
		}
	}

	private Readers(Sends sends) throws IOException {
		this.sends = sends;
	}

	/** Opens one for each of these cookies and waits until all are answered. */
	static Readers open(URI address, List<String> cookies, Sends sends) throws IOException, InterruptedException {
		Readers readers = new Readers(sends);
		for (int i = 0; i < cookies.size(); i++) {
			SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
			channel.write(ByteBuffer.wrap(("GET /stream HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: "
					+ cookies.get(i) + "\r\nAccept: text/event-stream\r\n\r\n").getBytes(UTF_8)));
			channel.configureBlocking(false);
			channel.register(readers.selector, SelectionKey.OP_READ, new One(i));
		}
		readers.thread.start();
		while (readers.open.get() < cookies.size()) {
			readers.check();
			Thread.sleep(20);
		}
		return readers;
	}

	/** Fails if anything that came was wrong. */
	void check() {
		Throwable wrong = failure;
		if (wrong != null) {
			throw new AssertionError("a stream is wrong", wrong);
		}
	}

	/** How many pings all of them have had. */
	int pings() {
		return pings.get();
	}

	private void read() {
		try {
			while (!closed) {
				selector.select(key -> {
					try {
						read(key);
					} catch (IOException cut) {
						throw new AssertionError(cut);
					}
				});
			}
		} catch (Throwable wrong) {
			failure = wrong;
		}
	}

	private void read(SelectionKey key) throws IOException {
		One one = (One) key.attachment();
		buffer.clear();
		int count = ((SocketChannel) key.channel()).read(buffer);
		if (closed) {
			return;
		}
		if (count < 0) {
			throw new IOException("the stream of reader " + one.reader + " has ended");
		}
		long now = System.nanoTime();
		byte[] all = new byte[one.rest.length + count];
		System.arraycopy(one.rest, 0, all, 0, one.rest.length);
		buffer.flip().get(all, one.rest.length, count);
		int whole = lastLine(all);
		one.rest = Arrays.copyOfRange(all, whole, all.length);
		one.text.append(new String(all, 0, whole, UTF_8));
		if (!one.answered) {
			answer(one);
		}
		if (one.answered) {
			blocks(one, now);
		}
	}

	private static int lastLine(byte[] bytes) {
		int end = bytes.length;
		while (end > 0 && bytes[end - 1] != '\n') {
			end--;
		}
		return end;
	}

	private void answer(One one) {
		int end = one.text.indexOf("\r\n\r\n");
		if (end < 0) {
			return;
		}
		String headers = one.text.substring(0, end);
		if (!headers.startsWith("HTTP/1.1 200") || !headers.contains("text/event-stream")) {
			throw new AssertionError(headers);
		}
		one.text.delete(0, end + 4);
		one.answered = true;
		open.incrementAndGet();
	}

	/** Blocks end with an empty line; the sizes of chunks stand on lines of their own between them. */
	private void blocks(One one, long now) {
		int from = 0;
		for (int end = one.text.indexOf("\n\n"); end >= 0; end = one.text.indexOf("\n\n", from)) {
			event(one, one.text.substring(from, end), now);
			from = end + 2;
		}
		one.text.delete(0, from);
	}

	private void event(One one, String block, long now) {
		if (block.contains("event: ping")) {
			pings.incrementAndGet();
			return;
		}
		int id = block.indexOf("\nid: ");
		if (id < 0) {
			return;
		}
		long position = Long.parseLong(block.substring(id + 5, block.indexOf('.', id)));
		if (one.position >= 0 && position != one.position + 1) {
			throw new AssertionError("position " + position + " after " + one.position);
		}
		one.position = position;
		if (block.contains("event: message")) {
			sends.arrived(one.reader, block, now);
		}
	}

	@Override
	public void close() throws IOException {
		check();
		closed = true;
		selector.wakeup();
		Threads.await(thread);
		for (SelectionKey key : selector.keys()) {
			key.channel().close();
		}
		selector.close();
	}
}
