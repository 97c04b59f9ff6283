package app.hark.handover;

import java.io.IOException;
import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import app.hark.HarkApplication;

/**
 * What {@code java -jar hark.jar takeover} does: starts a Hark in the place of the one that runs on the same folder. Until
 * everything is ready, the other one goes on; where none runs, this is a start like any other, only longer.
 */
public final class Takeover {

	private Takeover() {
	}

	public static void main(String[] args) throws InterruptedException {
		try {
			Practice.thorough();
		} catch (IOException | RuntimeException e) {
			System.err.println("Without practice, and therefore more slowly: " + e);
		}
		var application = new SpringApplication(HarkApplication.class);
		application.addInitializers(context -> {
			var predecessor = new Predecessor(context.getEnvironment(),
					new Door((WebServerApplicationContext) context));
			Runtime.getRuntime().addShutdownHook(new Thread(predecessor::giveUp));
			((GenericApplicationContext) context).registerBean(Predecessor.class, () -> predecessor);
		});
		application.run(Arrays.copyOfRange(args, 1, args.length));
	}
}
