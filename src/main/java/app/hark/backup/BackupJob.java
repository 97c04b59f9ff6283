package app.hark.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import app.hark.delivery.Keeper;

/** Makes copies while the server runs: by itself, for the administrator's page, for the command. Never two at a time. */
@Service
class BackupJob {

	private static final Logger log = LoggerFactory.getLogger(BackupJob.class);

	private final DataFolder data;
	private final JdbcClient jdbc;
	private final ObjectProvider<Keeper> keeper;
	private final BackupProperties properties;
	private final Clock clock;

	/** The newest attempt, running or done; guarded by this object's monitor. */
	private @Nullable CompletableFuture<Attempt> newest;

	BackupJob(DataFolder data, JdbcClient jdbc, ObjectProvider<Keeper> keeper, BackupProperties properties,
			Clock clock) {
		this.data = data;
		this.jdbc = jdbc;
		this.keeper = keeper;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * How an attempt ended.
	 *
	 * @param made the checked copy, or null
	 * @param failure why there is none, or null
	 */
	record Attempt(Instant at, @Nullable Backup made, @Nullable NotMade failure) {
	}

	/** Empty until one has been begun since the server started. */
	synchronized Optional<CompletableFuture<Attempt>> newest() {
		return Optional.ofNullable(newest);
	}

	/** Begins a copy, or joins the one that is being made. Never fails: what went wrong is in the attempt. */
	synchronized CompletableFuture<Attempt> start() {
		if (newest != null && !newest.isDone()) {
			return newest;
		}
		var begun = new CompletableFuture<Attempt>();
		newest = begun;
		// A thread of the system: packing never waits, and would keep one of the few that carry all virtual ones.
		Thread.ofPlatform().daemon().name("backup").start(() -> begun.complete(attempt()));
		return begun;
	}

	@Scheduled(cron = "${hark.backup.cron}")
	void onSchedule() {
		if (data.holdsDatabase()) {
			var _ = start();
		}
	}

	private Attempt attempt() {
		var at = clock.instant();
		try {
			var made = make();
			log.info("backup made and checked: {}, {} bytes", made.file(), made.size());
			return new Attempt(at, made, null);
		} catch (NotMade why) {
			log.error("no backup was made: {}", why.sentence());
			return new Attempt(at, null, why);
		} catch (RuntimeException | Error e) {
			log.error("no backup was made", e);
			return new Attempt(at, null, new NotMade(NotMade.Reason.FAILED, Damaged.rootOf(e), e));
		}
	}

	private Backup make() throws NotMade {
		if (!data.holdsDatabase()) {
			throw new NotMade(NotMade.Reason.FAILED, DataFolder.OTHER_DATABASE);
		}
		var made = new Copying(data, clock).make(jdbc, keeper.getObject()::copy);
		try {
			Backups.in(data).retain(properties.keep());
		} catch (IOException e) {
			log.warn("an old backup could not be deleted: {}", e.toString());
		}
		return made;
	}
}
