package app.hark.backup;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import app.hark.backup.BackupJob.Attempt;
import app.hark.messages.NotFound;
import app.hark.people.People;
import app.hark.people.SignedIn;

/** The administrator's page about copies. For everybody else it does not exist. */
@Controller
@RequestMapping("/account/backups")
class BackupController {

	/** A small database is copied in less; whoever has a large one reloads the page. */
	private static final long PATIENCE_MILLIS = 4_000;

	private final BackupJob job;
	private final DataFolder data;
	private final BackupProperties properties;
	private final People people;

	BackupController(BackupJob job, DataFolder data, BackupProperties properties, People people) {
		this.job = job;
		this.data = data;
		this.properties = properties;
		this.people = people;
	}

	/** One copy as the page shows it. */
	public record View(String name, ZonedDateTime made, long megabytes, long kilobytes) {

		static View of(Backup backup) {
			var size = DataSize.ofBytes(backup.size());
			return new View(backup.file().getFileName().toString(), backup.made().atZone(ZoneOffset.UTC),
					size.toMegabytes(), Math.max(1, size.toKilobytes()));
		}
	}

	@GetMapping
	String page(@AuthenticationPrincipal SignedIn me, Model model) throws IOException {
		onlyForTheAdministrator(me);
		var backups = Backups.in(data);
		model.addAttribute("copies", data.holdsDatabase() ? views(backups) : null);
		model.addAttribute("folder", backups.folder());
		model.addAttribute("data", data.path());
		model.addAttribute("keep", properties.keep());
		model.addAttribute("scheduled", !properties.cron().equals("-"));
		job.newest().ifPresent(newest -> show(newest, model));
		return "backup/backups";
	}

	@PostMapping
	String make(@AuthenticationPrincipal SignedIn me) {
		onlyForTheAdministrator(me);
		job.start().copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
		return "redirect:/account/backups";
	}

	private void onlyForTheAdministrator(SignedIn me) {
		if (!people.isAdministrator(me.id())) {
			throw new NotFound();
		}
	}

	private static List<View> views(Backups backups) throws IOException {
		return backups.all().stream().map(View::of).toList();
	}

	private static void show(CompletableFuture<Attempt> newest, Model model) {
		model.addAttribute("running", !newest.isDone());
		if (newest.isDone()) {
			Attempt attempt = newest.join();
			model.addAttribute("attempted", attempt.at().atZone(ZoneOffset.UTC));
			model.addAttribute("failure", attempt.failure() == null ? null : attempt.failure().reason());
		}
	}
}
