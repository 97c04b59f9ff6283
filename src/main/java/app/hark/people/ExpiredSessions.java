package app.hark.people;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Deletes sessions that have ended by themselves. */
@Component
class ExpiredSessions {

	private final SparingSessions<?> sessions;

	/** @param sessions as {@link SessionStore} has made them */
	ExpiredSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = (SparingSessions<?>) sessions;
	}

	@Scheduled(cron = "0 * * * * *")
	void delete() {
		sessions.cleanUp();
	}
}
