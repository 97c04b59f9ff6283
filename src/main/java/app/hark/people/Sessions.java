package app.hark.people;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/** People's sessions: begun at sign-in, kept in the database so that they outlive a restart, listed and ended by their owner. */
@Service
public class Sessions implements SessionAuthenticationStrategy {

	/** How long a session lives without a request. An open stream is no request. */
	static final Duration IDLE = Duration.ofHours(12);

	private static final Logger log = LoggerFactory.getLogger(Sessions.class);

	private static final String DEVICE = "hark.device";

	private final FindByIndexNameSessionRepository<? extends Session> repository;
	private final RememberedTokens tokens;
	private final Clock clock;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository, RememberedTokens tokens,
			Clock clock) {
		this.repository = repository;
		this.tokens = tokens;
		this.clock = clock;
	}

	/** What a session was begun with. */
	private record Device(String browser, String address, Instant since) implements Serializable {
	}

	/**
	 * A session as its owner sees it.
	 *
	 * @param id names it in a form; the session's own id is a secret and stays in the cookie
	 */
	public record View(String id, String browser, String address, ZonedDateTime since, ZonedDateTime lastUsed,
			boolean current) {
	}

	/** Signs somebody in without a password: who has just made an account, or whose browser is remembered. */
	public void begin(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		request.getSession();
		request.changeSessionId();
		new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
		var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		new HttpSessionSecurityContextRepository().saveContext(context, request, response);
		onAuthentication(authentication, request, response);
	}

	/** Called by Spring Security for every other way to sign in, after it has given the session a new id. */
	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		var session = request.getSession();
		boolean stays = request.getAttribute(RememberedSignIns.STAYS) != null;
		session.setMaxInactiveInterval((int) (stays ? RememberedSignIns.VALID : IDLE).toSeconds());
		String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
		session.setAttribute(DEVICE, new Device(Browsers.describe(agent),
				request.getRemoteAddr().replaceFirst("^(0:)+", "::"), clock.instant()));
	}

	/** The owner's sessions, last used first. */
	List<View> of(SignedIn owner, String current) {
		return repository.findByPrincipalName(owner.getUsername()).values().stream()
				.filter(session -> session.getAttribute(DEVICE) != null)
				.map(session -> view(session, current))
				.sorted(Comparator.comparing(View::lastUsed).reversed()).toList();
	}

	private static View view(Session session, String current) {
		Device device = session.getRequiredAttribute(DEVICE);
		return new View(handle(session.getId()), device.browser(), device.address(),
				device.since().atZone(ZoneOffset.UTC),
				session.getLastAccessedTime().atZone(ZoneOffset.UTC), session.getId().equals(current));
	}

	/** Ends one session and the sign-in that its browser remembers. A handle that is not the owner's ends nothing. */
	void end(SignedIn owner, String handle) {
		repository.findByPrincipalName(owner.getUsername()).values().stream()
				.filter(session -> handle(session.getId()).equals(handle)).forEach(session -> end(owner, session));
	}

	/** Ends all but one, and forgets every other remembered sign-in of the owner. */
	void endOthers(SignedIn owner, String current) {
		var sessions = repository.findByPrincipalName(owner.getUsername());
		String kept = Optional.<Session>ofNullable(sessions.get(current))
				.map(session -> session.<String>getAttribute(RememberedSignIns.SERIES)).orElse("");
		tokens.forgetAllBut(owner.id(), kept);
		sessions.values().stream().filter(session -> !session.getId().equals(current))
				.forEach(session -> repository.deleteById(session.getId()));
		log.info("other sessions ended: person {}", owner.id());
	}

	private void end(SignedIn owner, Session session) {
		tokens.forget(session.getAttribute(RememberedSignIns.SERIES));
		repository.deleteById(session.getId());
		log.info("session ended: person {}", owner.id());
	}

	private static String handle(String id) {
		return RememberedTokens.hash("session " + id);
	}
}
