package app.hark.backup;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Looks at the database when the properties are known and nothing has been started: a server that must not run opens no port. */
public final class StartCheck implements ApplicationListener<ApplicationPreparedEvent> {

	/** Stops the start, with a sentence that says why, if the database is not whole. */
	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		var data = DataFolder.of(event.getApplicationContext().getEnvironment());
		if (data.holdsDatabase()) {
			new Integrity(data).check();
		}
	}
}
