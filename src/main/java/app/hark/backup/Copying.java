package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Makes checked copies, one at a time. */
final class Copying {

	/** Stays free whatever the size of the database. */
	private static final long RESERVE = 64 << 20;

	private final DataFolder data;
	private final Backups backups;
	private final Clock clock;
	private final long reserve;

	Copying(DataFolder data, Clock clock) {
		this(data, clock, RESERVE);
	}

	/** @param reserve bytes that must stay free besides the room for the copy */
	Copying(DataFolder data, Clock clock, long reserve) {
		this.reserve = reserve;
		this.data = data;
		this.backups = Backups.in(data);
		this.clock = clock;
	}

	/** Packs a database that is open into a new archive, with all that is committed before that. */
	@FunctionalInterface
	interface Packing {

		void into(Path zip) throws IOException;
	}

	/**
	 * Copies all that is committed now, and checks the copy.
	 *
	 * @param original the database, already open
	 * @throws NotMade if there is no checked copy; nothing of it is left
	 */
	Backup make(JdbcClient original, Packing packing) throws NotMade {
		Path work = null;
		try {
			work = backups.begin();
			requireSpace();
			return make(original, packing, work);
		} catch (IOException | DataAccessException e) {
			throw new NotMade(NotMade.Reason.FAILED, "the copy could not be written (" + Damaged.rootOf(e) + ")", e);
		} finally {
			if (work != null) {
				FileSystemUtils.deleteRecursively(work.toFile());
			}
		}
	}

	private Backup make(JdbcClient original, Packing packing, Path work) throws IOException, NotMade {
		var made = clock.instant();
		Path zip = OwnerOnly.file(work.resolve("copy.zip"));
		var before = Contents.of(original);
		packing.into(zip);
		var after = Contents.of(original);
		OtherFiles.add(data, zip);
		var held = Copy.check(zip, OwnerOnly.folder(work.resolve("check"))).contents();
		if (!held.holds(before) || !after.holds(held)) {
			throw new NotMade(NotMade.Reason.DIFFERENT,
					"the copy holds " + held + ", but the original held " + before + " before and " + after + " after");
		}
		return backups.keep(zip, made);
	}

	/**
	 * A disk that fills up would stop the server. So there must be room for three times the database: the archive, its
	 * unpacked form that is checked, and what the server itself writes meanwhile without reusing space.
	 */
	private void requireSpace() throws IOException, NotMade {
		long free = Files.getFileStore(backups.folder()).getUsableSpace();
		long needed = 3 * Files.size(data.database()) + reserve;
		if (free < needed) {
			throw new NotMade(NotMade.Reason.SPACE, "the disk has %d MB free, and a copy needs %d MB while it is made"
					.formatted(free >> 20, needed >> 20));
		}
	}
}
