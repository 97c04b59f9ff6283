package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.springframework.security.crypto.password.PasswordEncoder;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class BoundedPasswordEncoderTest {

	@Test
	void hashesAreArgon2idWithTheRecommendedCost() {
		try (var encoder = new BoundedPasswordEncoder()) {
			String hash = encoder.encode("vier Tassen Tee");
			assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
			assertThat(encoder.matches("vier Tassen Tee", hash)).isTrue();
			assertThat(encoder.matches("vier Tassen tee", hash)).isFalse();
			assertThat(encoder.upgradeEncoding(hash)).isFalse();
			assertThat(encoder.matches("vier Tassen Tee", null)).isFalse();
		}
	}

	@Test
	void whatLooksTheSameIsTheSamePassword() {
		try (var encoder = new BoundedPasswordEncoder()) {
			String hash = encoder.encode("caf\u00e9 am See 12345");
			assertThat(encoder.matches("cafe\u0301 am See 12345", hash)).isTrue();
			assertThat(encoder.matches("café\u3000ａｍ See １２３４５", hash)).isTrue();
			assertThat(encoder.matches("cafe am See 12345", hash)).isFalse();
			assertThat(encoder.matches("caf\ud800 am See 12345", hash)).isFalse();
		}
	}

	@Test
	void aBurstIsHashedInTurnsAndEverybodyGetsAnAnswer() throws Exception {
		var counting = new Counting(BoundedPasswordEncoder.argon2());
		try (var encoder = new BoundedPasswordEncoder(counting, 2, Duration.ofSeconds(50));
				var people = Executors.newVirtualThreadPerTaskExecutor()) {
			String hash = encoder.encode("vier Tassen Tee");
			Callable<Boolean> signIn = () -> encoder.matches("vier Tassen Tee", hash);
			List<Future<Boolean>> answers = people.invokeAll(Stream.generate(() -> signIn).limit(50).toList());
			assertThat(answers).hasSize(50).allMatch(Future::resultNow);
			assertThat(counting.calls).hasValue(51);
			assertThat(counting.most).hasValueBetween(1, 2);
		}
	}

	@Test
	void whoGetsNoTurnInTimeIsToldSoAndLaterOnesAreServed() throws Exception {
		var slow = new Blocked();
		try (var encoder = new BoundedPasswordEncoder(slow, 1, Duration.ofMillis(50));
				var people = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = people.submit(() -> encoder.encode("first"));
			assertThat(slow.begun.await(10, TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> encoder.encode("second"));
			slow.mayEnd.countDown();
			assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
			assertThat(encoder.encode("third")).isEqualTo("third");
		}
	}

	@Test
	void aTurnIsGivenBackWhenHashingFails() {
		PasswordEncoder failing = new Blocked() {
			@Override
			public String encode(CharSequence password) {
				throw new IllegalStateException("on purpose");
			}
		};
		try (var encoder = new BoundedPasswordEncoder(failing, 1, Duration.ofMillis(50))) {
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> encoder.encode("x"))
						.withRootCauseInstanceOf(IllegalStateException.class);
			}
		}
	}

	/** Notes how many hashes were made, and how many at the same time at most. */
	private record Counting(PasswordEncoder real, AtomicInteger calls, AtomicInteger now, AtomicInteger most)
			implements PasswordEncoder {

		Counting(PasswordEncoder real) {
			this(real, new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
		}

		@Override
		public String encode(CharSequence password) {
			calls.incrementAndGet();
			return real.encode(password);
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			calls.incrementAndGet();
			most.accumulateAndGet(now.incrementAndGet(), Math::max);
			try {
				return real.matches(password, hash);
			} finally {
				now.decrementAndGet();
			}
		}
	}

	/** Hashes nothing, and does not come back before it is allowed to. */
	private static class Blocked implements PasswordEncoder {

		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch mayEnd = new CountDownLatch(1);

		@Override
		public String encode(CharSequence password) {
			begun.countDown();
			try {
				mayEnd.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			return password.toString();
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			return encode(password).equals(hash);
		}
	}
}
