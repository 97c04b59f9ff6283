package app.hark.delivery;

import java.io.File;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * The room that is left on the disk. What people do is refused while there is less of it than the reserve, so that what
 * the database still has to write for those who only read finds a place.
 */
final class FreeSpace {

	private static final Logger log = LoggerFactory.getLogger(FreeSpace.class);

	private final File folder;
	private final DataSize reserve;
	private final AtomicBoolean enough = new AtomicBoolean(true);

	/** @param reserve bytes; nothing is ever refused if it is 0 */
	FreeSpace(File folder, DataSize reserve) {
		this.folder = folder;
		this.reserve = reserve;
	}

	/**
	 * Asks the file system, which takes microseconds. Says in the log when the answer changes.
	 *
	 * @throws StorageUnavailableException if there is less room than the reserve
	 */
	void require() {
		boolean now = isEnough();
		if (enough.getAndSet(now) != now) {
			if (now) {
				log.info("there is room on the disk again: {} MB", DataSize.ofBytes(left()).toMegabytes());
			} else {
				log.error("the disk is full: {} has less room than the reserve of {} MB, so nothing is accepted",
						folder,
						reserve.toMegabytes());
			}
		}
		if (!now) {
			throw new StorageUnavailableException("the disk is full");
		}
	}

	boolean isEnough() {
		return left() >= reserve.toBytes();
	}

	/** Bytes that may still be written. */
	long left() {
		return folder.getUsableSpace();
	}
}
