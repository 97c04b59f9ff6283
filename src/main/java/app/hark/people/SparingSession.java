package app.hark.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session that knows whether it is worth writing. That it was used is: once a minute, or oftener if it soon ends. */
final class SparingSession<S extends Session> implements Session {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	/** It may end earlier than without sparing by this part of the time that it has. */
	private static final int PART = 30;

	private final S session;
	private boolean changed;

	SparingSession(S session, boolean changed) {
		this.session = session;
		this.changed = changed;
	}

	S session() {
		return session;
	}

	boolean isChanged() {
		return changed;
	}

	void saved() {
		changed = false;
	}

	@Override
	public String getId() {
		return session.getId();
	}

	@Override
	public String changeSessionId() {
		changed = true;
		return session.changeSessionId();
	}

	/** As the interface has it. */
	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T> @Nullable T getAttribute(String name) {
		return session.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return session.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, Object value) {
		changed = true;
		session.setAttribute(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		changed = true;
		session.removeAttribute(name);
	}

	@Override
	public Instant getCreationTime() {
		return session.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant now) {
		Duration part = session.getMaxInactiveInterval().dividedBy(PART);
		Duration spared = part.compareTo(LONGEST) < 0 ? part : LONGEST;
		if (!now.isBefore(session.getLastAccessedTime().plus(spared))) {
			changed = true;
			session.setLastAccessedTime(now);
		}
	}

	@Override
	public Instant getLastAccessedTime() {
		return session.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		changed = true;
		session.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return session.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return session.isExpired();
	}
}
