package app.hark.people;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** A store of sessions that writes those alone in which something has changed: most requests only ask. */
final class SparingSessions<S extends Session> implements FindByIndexNameSessionRepository<SparingSession<S>> {

	/**
	 * Of the request that this thread answers: having saved it, the filter asks whether there is such a session. Ends with the
	 * request, see {@link SessionOfRequest}.
	 */
	private static final ThreadLocal<@Nullable SparingSession<?>> UNCHANGED = new ThreadLocal<>();

	private final FindByIndexNameSessionRepository<S> store;
	private final Runnable cleanUp;

	private SparingSessions(FindByIndexNameSessionRepository<S> store, Runnable cleanUp) {
		this.store = store;
		this.cleanUp = cleanUp;
	}

	static SparingSessions<?> in(JdbcIndexedSessionRepository store) {
		FindByIndexNameSessionRepository<? extends Session> sessions = store;
		return in(sessions, store::cleanUpExpiredSessions);
	}

	private static <S extends Session> SparingSessions<S> in(FindByIndexNameSessionRepository<S> store,
			Runnable cleanUp) {
		return new SparingSessions<>(store, cleanUp);
	}

	/** The next request of this thread asks anew. */
	static void forget() {
		UNCHANGED.remove();
	}

	/** Removes those that have ended by themselves. */
	void cleanUp() {
		cleanUp.run();
	}

	@Override
	public SparingSession<S> createSession() {
		return new SparingSession<>(store.createSession(), true);
	}

	@Override
	public void save(SparingSession<S> session) {
		if (session.isChanged()) {
			store.save(session.session());
			session.saved();
		} else {
			UNCHANGED.set(session);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable SparingSession<S> findById(String id) {
		var known = UNCHANGED.get();
		UNCHANGED.remove();
		if (known != null && known.getId().equals(id)) {
			return (SparingSession<S>) known;
		}
		S found = store.findById(id);
		return found == null ? null : new SparingSession<>(found, false);
	}

	@Override
	public void deleteById(String id) {
		store.deleteById(id);
	}

	@Override
	public Map<String, SparingSession<S>> findByIndexNameAndIndexValue(String name, String value) {
		return store.findByIndexNameAndIndexValue(name, value).entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, of -> new SparingSession<>(of.getValue(), false)));
	}
}
