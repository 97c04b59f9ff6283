package app.hark.backup;

import java.io.IOException;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import app.hark.backup.BackupJob.Attempt;

/** Answers, inside a running server, what commands ask. */
@Component
class Requests {

	private static final Logger log = LoggerFactory.getLogger(Requests.class);

	private final DataFolder data;
	private final BackupJob job;

	/** Whether the folder could not be read the last time; said once, not every half second. Touched as the next one. */
	private boolean unreadable;

	/** Whether what an earlier run has left unfinished is gone. Only touched by the scheduler, one run after the other. */
	private boolean tidy;

	Requests(DataFolder data, BackupJob job) {
		this.data = data;
		this.job = job;
	}

	/** Reads the folder instead of watching it: network disks tell nobody of new files. */
	@Scheduled(fixedDelay = 500)
	void take() {
		if (!data.holdsDatabase()) {
			return;
		}
		try {
			answerAll();
			unreadable = false;
		} catch (IOException e) {
			if (!unreadable) {
				log.warn("the folder of the backups cannot be used: {}", e.toString());
			}
			unreadable = true;
		}
	}

	private void answerAll() throws IOException {
		Path folder = OwnerOnly.folder(Backups.in(data).folder());
		if (!tidy && job.newest().isEmpty()) {
			Backups.in(data).forgetUnfinished();
		}
		tidy = true;
		for (Request request : Request.takeAll(folder)) {
			var _ = job.start().thenAccept(attempt -> answer(request, attempt));
		}
	}

	private static void answer(Request request, Attempt attempt) {
		try {
			if (attempt.made() != null) {
				request.made(attempt.made().file());
			} else if (attempt.failure() != null) {
				request.failed(attempt.failure());
			}
		} catch (IOException e) {
			log.warn("the command that asked for a backup was not answered: {}", e.toString());
		}
	}
}
