package app.hark.people;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

import app.hark.delivery.StorageUnavailableException;
import app.hark.people.RememberedTokens.Outcome;

/**
 * "Stay signed in": a cookie with a series and a token, of which the token changes at each use. The session of such a
 * browser lives as long as the cookie, so it is used when the session is lost.
 */
@Service
public class RememberedSignIns extends AbstractRememberMeServices {

	/** Session attribute: the series of the sign-in that this session belongs to. */
	static final String SERIES = "hark.series";

	/** Request attribute: this browser stays signed in, so its session cookie outlives it. */
	static final String STAYS = "hark.stays";

	static final Duration VALID = Duration.ofDays(60);

	private static final Logger log = LoggerFactory.getLogger(RememberedSignIns.class);

	private final RememberedTokens tokens;
	private final Accounts accounts;
	private final FindByIndexNameSessionRepository<? extends Session> sessions;
	private final StringKeyGenerator secrets = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding());

	RememberedSignIns(RememberedTokens tokens, Accounts accounts, PeopleDetails people,
			FindByIndexNameSessionRepository<? extends Session> sessions) {
		super(UUID.randomUUID().toString(), people);
		this.tokens = tokens;
		this.accounts = accounts;
		this.sessions = sessions;
		setParameter("rememberMe");
		setCookieName("hark-stay");
		setTokenValiditySeconds((int) VALID.toSeconds());
		setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
	}

	@Override
	public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication success) {
		if (rememberMeRequested(request, getParameter())) {
			forgetThisBrowser(request);
		} else {
			takeOver(request, response);
		}
		super.loginSuccess(request, response, success);
	}

	/** Whoever cannot be remembered is signed in all the same, for as long as the session lasts. */
	@Override
	protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication success) {
		String series = secrets.generateKey();
		String token = secrets.generateKey();
		try {
			tokens.begin(series, SignedIn.of(success).id(), token);
		} catch (StorageUnavailableException _) {
			return;
		}
		var session = request.getSession();
		session.setAttribute(SERIES, RememberedTokens.hash(series));
		session.setMaxInactiveInterval((int) VALID.toSeconds());
		request.setAttribute(STAYS, true);
		setCookie(new String[]{series, token}, getTokenValiditySeconds(), request, response);
	}

	@Override
	protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request,
			HttpServletResponse response) {
		if (cookie.length != 2) {
			throw new InvalidCookieException("not two parts");
		}
		String next = secrets.generateKey();
		var use = tokens.use(cookie[0], cookie[1], next)
				.orElseThrow(() -> new RememberMeAuthenticationException("nothing is remembered under this series"));
		var account = accounts.findById(use.person()).orElseThrow();
		if (use.outcome() == Outcome.STOLEN) {
			endAll(account, RememberedTokens.hash(cookie[0]));
			throw new RememberMeAuthenticationException("a token was used twice");
		}
		if (use.outcome() == Outcome.ROTATED) {
			setCookie(new String[]{cookie[0], next}, getTokenValiditySeconds(), request, response);
		}
		log.info("signed in, remembered: person {}", use.person());
		request.getSession().setAttribute(SERIES, RememberedTokens.hash(cookie[0]));
		request.setAttribute(STAYS, true);
		return new SignedIn(account);
	}

	/** Two hold the cookie, and nobody can tell which of them is the thief. */
	private void endAll(Account account, String series) {
		log.warn("remembered sign-in ended, its token was used twice: person {}", account.identity());
		tokens.forget(series);
		sessions.findByPrincipalName(account.username()).values().stream()
				.filter(session -> series.equals(session.getAttribute(SERIES)))
				.forEach(session -> sessions.deleteById(session.getId()));
	}

	/** Whoever signs in takes the browser over from whoever was remembered there. */
	void takeOver(HttpServletRequest request, HttpServletResponse response) {
		forgetThisBrowser(request);
		if (extractRememberMeCookie(request) != null) {
			cancelCookie(request, response);
		}
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
		forgetThisBrowser(request);
		super.logout(request, response, who);
		if (who != null) {
			log.info("signed out: person {}", SignedIn.of(who).id());
		}
	}

	private void forgetThisBrowser(HttpServletRequest request) {
		Optional.ofNullable(extractRememberMeCookie(request)).filter(cookie -> !cookie.isEmpty())
				.ifPresent(cookie -> tokens.forget(RememberedTokens.hash(seriesIn(cookie))));
		var session = request.getSession(false);
		if (session != null && session.getAttribute(SERIES) instanceof String series) {
			tokens.forget(series);
			session.removeAttribute(SERIES);
		}
	}

	private String seriesIn(String cookie) {
		try {
			return decodeCookie(cookie)[0];
		} catch (InvalidCookieException _) {
			return "";
		}
	}
}
