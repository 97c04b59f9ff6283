package app.hark.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, a bounded number at a time: each hash takes 19 MiB and tens of milliseconds of a processor on purpose, and
 * without a bound a burst of sign-ins would take both from everybody.
 *
 * <p>Hashing happens on platform threads, one per processor. A virtual thread would keep its carrier until the hash is
 * done, and a few of them would silence every open stream for that long.
 *
 * <p>Passwords are brought into Unicode's form NFKC before hashing, as NIST SP 800-63B (revision 3, section 5.1.1.2)
 * advises: what looks the same is typed as different characters on different devices.
 */
@Component
class BoundedPasswordEncoder extends AbstractValidatingPasswordEncoder implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final PasswordEncoder hashing;
	private final Semaphore turns;
	private final Duration patience;
	private final ExecutorService threads;

	BoundedPasswordEncoder() {
		this(argon2(), Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
	}

	BoundedPasswordEncoder(PasswordEncoder hashing, int atATime, Duration patience) {
		this.hashing = hashing;
		this.turns = new Semaphore(atATime, true);
		this.patience = patience;
		this.threads = Executors.newFixedThreadPool(atATime,
				Thread.ofPlatform().name("password-", 1).daemon().factory());
	}

	/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane; salt and hash as in RFC 9106. */
	static PasswordEncoder argon2() {
		int saltBytes = 16;
		int hashBytes = 32;
		int lanes = 1;
		int kibibytes = 19 * 1024;
		int passes = 2;
		return new Argon2PasswordEncoder(saltBytes, hashBytes, lanes, kibibytes, passes);
	}

	@Override
	protected String encodeNonNullPassword(String password) {
		return inTurn(() -> hashing.encode(normalise(password)));
	}

	@Override
	protected boolean matchesNonNull(String password, String hash) {
		return inTurn(() -> hashing.matches(normalise(password), hash));
	}

	@Override
	protected boolean upgradeEncodingNonNull(String hash) {
		return hashing.upgradeEncoding(hash);
	}

	/** @throws TooBusyException if no turn comes up in time, or the thread is interrupted while it waits for one */
	private <T> T inTurn(Supplier<T> hash) {
		try {
			if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new TooBusyException("no turn to hash a password within " + patience);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new TooBusyException("interrupted while waiting for a turn to hash a password");
		}
		try {
			return CompletableFuture.supplyAsync(hash, threads).join();
		} finally {
			turns.release();
		}
	}

	/** Half a surrogate pair has no bytes and would be an error further down; it becomes a question mark. */
	private static String normalise(String password) {
		byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
		return Normalizer.normalize(new String(bytes, StandardCharsets.UTF_8), Normalizer.Form.NFKC);
	}

	@Override
	public void close() {
		threads.shutdown();
	}
}
