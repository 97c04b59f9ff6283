package app.hark.handover;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import app.hark.delivery.Streams;

/** Ends a running Hark when another one that is ready asks for its place. */
@Component
class Successor {

	private static final Logger log = LoggerFactory.getLogger(Successor.class);

	private final Place place;
	private final Streams streams;
	private final ApplicationContext context;

	/** Only touched by the scheduler, one run after the other. */
	private boolean listening;

	Successor(Environment properties, Streams streams, ApplicationContext context) {
		this.place = Place.in(properties);
		this.streams = streams;
		this.context = context;
	}

	/**
	 * Ends as by a signal: the program's own hook says goodbye to streams and finishes requests. What was asked before this
	 * Hark ran was meant for another; whoever means this one asks again.
	 */
	@Scheduled(fixedDelay = 250)
	void makeRoom() {
		try {
			if (place.isAsked() && listening) {
				log.info("another Hark takes over");
				Thread.ofPlatform().name("makes room").start(this::end);
			}
			listening = true;
		} catch (IOException e) {
			log.debug("whether another Hark asks cannot be seen", e);
		}
	}

	/** Pages are served until the end. */
	private void end() {
		AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
		streams.sendAway();
		System.exit(0);
	}
}
