package app.hark.backup;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks at the database when the properties are known and nothing has been started: a server that must not run opens no port. */
public final class StartCheck implements ApplicationListener<ApplicationPreparedEvent> {

	/** Stops the start, with a sentence that says why, if the database is not whole. */
	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		check(event.getApplicationContext().getEnvironment());
	}

	/** The same for whoever may look at the database only later. */
	public static void check(Environment properties) {
		var data = DataFolder.of(properties);
		if (data.holdsDatabase()) {
			new Integrity(data).check();
		}
	}
}
