package app.hark.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

import app.hark.delivery.Delivery;

/**
 * The tokens of remembered sign-ins: one per series, changed at each use. A token that is neither the newest nor the one
 * before it means that two hold the cookie (Jaspan, "Improved Persistent Login Cookie Best Practice").
 * <p>
 * The one before the newest stays good until the newest is used: a browser that wakes up sends several requests at once,
 * and the answer that brought the newest may have been lost. The database holds hashes only.
 */
@Repository
class RememberedTokens {

	/** Requests that a browser sends at once arrive within this. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;
	private final Delivery delivery;
	private final Clock clock;

	RememberedTokens(JdbcClient jdbc, Delivery delivery, Clock clock) {
		this.jdbc = jdbc;
		this.delivery = delivery;
		this.clock = clock;
	}

	enum Outcome {

		/** The next token is the newest now. */
		ROTATED,

		/** Another request of the same moment has rotated. */
		ACCEPTED,

		/** The token was used up. */
		STOLEN
	}

	record Use(long person, Outcome outcome) {
	}

	private record Row(long personId, String tokenHash, @Nullable String previousHash, OffsetDateTime rotatedAt) {
	}

	/** Durable before the browser has the token, like every change here: an older one would pass for a thief's. */
	void begin(String series, long person, String token) {
		delivery.commit(_ -> jdbc
				.sql("insert into remembered_sign_in (series, person_id, token_hash, rotated_at) values (?, ?, ?, ?)")
				.params(hash(series), person, hash(token), now()).update());
	}

	/** Uses a token and replaces it by the next one; empty if nothing is remembered under the series. */
	Optional<Use> use(String series, String token, String next) {
		return delivery.commit(_ -> jdbc.sql("""
				select person_id, token_hash, previous_hash, rotated_at from remembered_sign_in
				where series = ? and rotated_at > ? for update""")
				.params(hash(series), now().minus(RememberedSignIns.VALID)).query(Row.class).optional()
				.map(row -> new Use(row.personId(), use(row, hash(series), hash(token), hash(next)))));
	}

	private Outcome use(Row row, String series, String presented, String next) {
		boolean newest = presented.equals(row.tokenHash());
		if (!newest && !presented.equals(row.previousHash())) {
			return Outcome.STOLEN;
		}
		if (!newest && row.rotatedAt().plus(AT_ONCE).isAfter(now())) {
			return Outcome.ACCEPTED;
		}
		jdbc.sql("update remembered_sign_in set token_hash = ?, previous_hash = ?, rotated_at = ? where series = ?")
				.params(next, presented, now(), series).update();
		return Outcome.ROTATED;
	}

	/** Forgets a series, named by its hash; null names none. */
	void forget(@Nullable String series) {
		jdbc.sql("delete from remembered_sign_in where series = ?").param(series).update();
	}

	void forgetAllBut(long person, String series) {
		jdbc.sql("delete from remembered_sign_in where person_id = ? and series <> ?").params(person, series).update();
	}

	@Scheduled(cron = "0 50 3 * * *")
	void forgetWhatIsTooOld() {
		jdbc.sql("delete from remembered_sign_in where rotated_at < ?").param(now().minus(RememberedSignIns.VALID))
				.update();
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
	}

	/** The secrets are random and long, so one round of a plain hash is enough. */
	static String hash(String secret) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
