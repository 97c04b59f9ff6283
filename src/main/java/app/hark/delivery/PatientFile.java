package app.hark.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file to which a full disk is nothing but a slow one: a write that fails is tried again until there is room. Who waits
 * for it waits at the barrier, which has a bound.
 */
// H2 reads and writes one file from several threads at once, each at a place of its own.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class PatientFile extends FileBaseDefault {

	private static final Logger log = LoggerFactory.getLogger(PatientFile.class);
	/** The exit status of whoever is ended by SIGTERM. */
	private static final int TERMINATED = 128 + 15;
	private static final Duration PAUSE = Duration.ofMillis(100);

	/** Whether the program is ending: for all files, since it is the one program. */
	private static volatile boolean ending;

	private final FileChannel file;

	PatientFile(FileChannel file) {
		this.file = file;
	}

	/** From now on a write that fails waits. */
	static void startAnew() {
		ending = false;
	}

	/**
	 * From now on a write that fails ends the program at once: closing a database on a full disk would wait for ever. What
	 * was acknowledged is on the disk, so that this is no worse than a power cut.
	 */
	static void end() {
		ending = true;
	}

	@Override
	public int write(ByteBuffer from, long position) throws IOException {
		try {
			return file.write(from, position);
		} catch (ClosedChannelException e) {
			throw e;
		} catch (IOException e) {
			log.error("the disk takes nothing more, and what is to be written waits: {}", e.getMessage());
			return writeWhenItCan(from, position);
		}
	}

	private int writeWhenItCan(ByteBuffer from, long position) throws IOException {
		boolean interrupted = false;
		try {
			while (true) {
				if (ending) {
					Runtime.getRuntime().halt(TERMINATED);
				}
				LockSupport.parkNanos(PAUSE.toNanos());
				// An interrupt would close the file under everybody; it comes back when the write is done.
				interrupted |= Thread.interrupted();
				try {
					int written = file.write(from, position);
					log.info("the disk takes what is written again");
					return written;
				} catch (ClosedChannelException e) {
					throw e;
				} catch (IOException _) {
					// Still no room.
				}
			}
		} finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public int read(ByteBuffer to, long position) throws IOException {
		return file.read(to, position);
	}

	@Override
	public long size() throws IOException {
		return file.size();
	}

	@Override
	protected void implTruncate(long size) throws IOException {
		file.truncate(size);
	}

	@Override
	public void force(boolean metaData) throws IOException {
		file.force(metaData);
	}

	@Override
	public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
		return file.tryLock(position, size, shared);
	}

	@Override
	protected void implCloseChannel() throws IOException {
		file.close();
	}
}
