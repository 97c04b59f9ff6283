package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

import app.hark.search.IndexFolder;

/** Puts a copy in the place of the present data, which it keeps beside it. */
final class RestoreCommand {

	private final DataFolder data;
	private final Clock clock;

	RestoreCommand(DataFolder data, Clock clock) {
		this.data = data;
		this.clock = clock;
	}

	/**
	 * Restores and says what it did.
	 *
	 * @throws NotMade if the copy is not good or a server runs on the folder; then nothing has changed
	 */
	String run(Path copy) throws NotMade, IOException {
		if (!Files.isRegularFile(copy)) {
			throw Commands.refused("There is no file " + copy + ".");
		}
		if (data.isNew()) {
			OwnerOnly.folder(data.path());
			return restore(copy);
		}
		// Held until all is in place: a server that is started meanwhile finds the folder in use.
		try (var free = DataFolder.lock(data.database())) {
			if (free == null) {
				throw Commands.refused("A Hark is running on " + data.path() + ": stop it first, then restore.");
			}
			return restore(copy);
		}
	}

	private String restore(Path copy) throws IOException, NotMade {
		Path work = Backups.in(data).begin();
		try {
			var checked = Copy.check(copy, work);
			var aside = new ArrayList<Path>();
			for (Path file : checked.files()) {
				put(work.resolve(file), data.path().resolve(file), aside);
			}
			HighWater.in(data).mark(checked.contents());
			// It is made anew from what there is now.
			FileSystemUtils.deleteRecursively(data.path().resolve(IndexFolder.NAME));
			return "Restored from " + copy.getFileName() + " (" + checked.contents().inWords() + "); "
					+ whereOld(aside);
		} catch (NotMade why) {
			throw Commands.refused(copy + " is not a good copy, and nothing was changed: " + why.sentence() + ".");
		} finally {
			FileSystemUtils.deleteRecursively(work);
		}
	}

	/** At each moment there is a file of this name: the old one or the new one. */
	private void put(Path from, Path to, List<Path> aside) throws IOException {
		OwnerOnly.folder(to.resolveSibling("").normalize());
		if (Files.exists(to)) {
			String name = to.getFileName().toString();
			int ending = name.indexOf('.') > 0 ? name.indexOf('.') : name.length();
			Path kept = to.resolveSibling(name.substring(0, ending) + OtherFiles.ASIDE + Backups.name(clock.instant())
					+ name.substring(ending));
			Durable.keepAs(to, kept);
			aside.add(kept);
		}
		Durable.move(from, to);
	}

	private static String whereOld(List<Path> aside) {
		return aside.isEmpty()
				? "there was nothing before."
				: "what was there before is kept as " + String.join(", ", aside.stream().map(Path::toString).toList())
						+ ".";
	}
}
