package app.hark.delivery;

import java.io.IOException;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Has H2 store what nobody waits for, such as what has been read, tidy up behind itself, and copy itself. */
public final class Keeper {

	private static final Logger log = LoggerFactory.getLogger(Keeper.class);

	private final SingleWriter writers;
	private final H2Store store;
	private final Barrier barrier;

	Keeper(SingleWriter writers, H2Store store, Barrier barrier) {
		this.writers = writers;
		this.store = store;
		this.barrier = barrier;
	}

	/**
	 * Returns when all that has been committed before is on the disk.
	 *
	 * @throws StorageUnavailableException if that is not certain
	 */
	public void keepNow() {
		barrier.await();
	}

	/**
	 * Packs the database into a new archive, with all that has been committed before, and whole: as after a power cut, nothing
	 * of a transaction is in it or all. Writes go on meanwhile; only no space of the file is used again until it is done, so that
	 * what is being read stays where it is.
	 */
	public void copy(Path zip) throws IOException {
		barrier.await();
		store.copy(zip);
	}

	@Scheduled(fixedDelay = 500)
	void keep() {
		try {
			if (writers.hasWritten()) {
				barrier.await();
				store.tidy();
			}
		} catch (DataAccessException e) {
			log.warn("what was written is not on the disk yet: {}", e.getMessage());
		}
	}
}
