package app.hark.delivery;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes the streams whose inbox has grown without a ring: what another node has told may be lost. One question for all of them,
 * so that an idle stream asks nothing itself.
 */
@Component
class Sweep {

	private static final Logger log = LoggerFactory.getLogger(Sweep.class);

	/** Inboxes that one statement asks for. */
	private static final int AT_ONCE = 1_000;

	private final Doorbell doorbell;
	private final Inboxes inboxes;

	Sweep(Doorbell doorbell, Inboxes inboxes) {
		this.doorbell = doorbell;
		this.inboxes = inboxes;
	}

	@Scheduled(fixedDelayString = "${hark.stream.sweep}")
	void sweep() {
		var ears = doorbell.open().stream().collect(groupingBy(ear -> ear.owner));
		var owners = List.copyOf(ears.keySet());
		try {
			for (int from = 0; from < owners.size(); from += AT_ONCE) {
				inboxes.heads(owners.subList(from, Math.min(from + AT_ONCE, owners.size())))
						.forEach((owner, head) -> ears.getOrDefault(owner, List.of()).stream()
								.filter(ear -> ear.isBehind(head)).forEach(Ear::look));
			}
		} catch (DataAccessException e) {
			log.debug("the inboxes cannot be looked at", e);
		}
	}
}
