package app.hark.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.RememberMeAuthenticationException;
import org.springframework.stereotype.Service;

/**
 * "Stay signed in": a cookie with a series and a token, of which the token changes at each use. A token that was used before
 * means that two hold the cookie, and ends the series (Jaspan, "Improved Persistent Login Cookie Best Practice").
 * <p>
 * Differs from the persistent tokens that Spring Security ships in two ways: the database holds hashes only, and the token
 * before the newest is good for another minute, because a browser that wakes up sends several requests at once.
 */
@Service
public class RememberedSignIns extends AbstractRememberMeServices {

	/** Session attribute: the series of the sign-in that this session belongs to. */
	static final String SERIES = "hark.series";

	private static final Logger log = LoggerFactory.getLogger(RememberedSignIns.class);
	private static final Duration VALID = Duration.ofDays(60);
	private static final Duration GRACE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;
	private final Accounts accounts;
	private final Clock clock;
	private final SecureRandom random;

	RememberedSignIns(JdbcClient jdbc, Accounts accounts, PeopleDetails people, Clock clock, SecureRandom random) {
		super(UUID.randomUUID().toString(), people);
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.clock = clock;
		this.random = random;
		setParameter("rememberMe");
		setCookieName("hark-stay");
		setTokenValiditySeconds((int) VALID.toSeconds());
		setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
	}

	@Override
	protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication success) {
		String series = secret();
		String token = secret();
		jdbc.sql("insert into remembered_sign_in (series, person_id, token_hash, rotated_at) values (?, ?, ?, ?)")
				.params(hash(series), SignedIn.of(success).id(), hash(token), now()).update();
		request.getSession().setAttribute(SERIES, hash(series));
		setCookie(new String[]{series, token}, getTokenValiditySeconds(), request, response);
	}

	private record Remembered(String series, long personId, String tokenHash, @Nullable String previousHash,
			OffsetDateTime rotatedAt) {
	}

	@Override
	protected UserDetails processAutoLoginCookie(String[] cookie, HttpServletRequest request,
			HttpServletResponse response) {
		if (cookie.length != 2) {
			throw new InvalidCookieException("not two parts");
		}
		var remembered = jdbc.sql("""
				select series, person_id, token_hash, previous_hash, rotated_at from remembered_sign_in
				where series = ?""").param(hash(cookie[0])).query(Remembered.class).optional()
				.filter(found -> found.rotatedAt().plus(VALID).isAfter(now()))
				.orElseThrow(() -> new RememberMeAuthenticationException("nothing is remembered under this series"));
		if (!rotate(cookie, remembered, request, response) && !isGraceful(cookie[1], remembered)) {
			forget(remembered.series());
			log.warn("remembered sign-in ended, its token was used twice: person {}", remembered.personId());
			throw new RememberMeAuthenticationException("a token was used twice");
		}
		request.getSession().setAttribute(SERIES, remembered.series());
		return new SignedIn(accounts.findById(remembered.personId()).orElseThrow());
	}

	/** Only one of several simultaneous requests rotates: the update names the hash that it replaces. */
	private boolean rotate(String[] cookie, Remembered remembered, HttpServletRequest request,
			HttpServletResponse response) {
		String token = secret();
		boolean rotated = jdbc.sql("""
				update remembered_sign_in set token_hash = :next, previous_hash = token_hash, rotated_at = :now
				where series = :series and token_hash = :presented""")
				.param("next", hash(token)).param("now", now()).param("series", remembered.series())
				.param("presented", hash(cookie[1])).update() == 1;
		if (rotated) {
			setCookie(new String[]{cookie[0], token}, getTokenValiditySeconds(), request, response);
		}
		return rotated;
	}

	private boolean isGraceful(String token, Remembered before) {
		return jdbc.sql("""
				select count(*) from remembered_sign_in
				where series = ? and previous_hash = ? and rotated_at > ?""")
				.params(before.series(), hash(token), now().minus(GRACE)).query(Integer.class).single() == 1;
	}

	/** Forgets the sign-in that a session came from; null if it came from none. */
	void forget(@Nullable String series) {
		jdbc.sql("delete from remembered_sign_in where series = ?").param(series).update();
	}

	void forgetAllBut(long person, String series) {
		jdbc.sql("delete from remembered_sign_in where person_id = ? and series <> ?").params(person, series).update();
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
		super.logout(request, response, who);
		var session = request.getSession(false);
		if (session != null) {
			forget((String) session.getAttribute(SERIES));
		}
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

	private String secret() {
		byte[] bytes = new byte[24];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** The secrets are random and long, so one round of a plain hash is enough. */
	private static String hash(String secret) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
