package app.hark.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that is as wrong as a file says, at any moment. */
final class WrongClock {

	static final String FILE = "drill.clock";

	/** @param file holds a duration, for example {@code PT-1H} */
	@Bean
	@Primary
	Clock wrongClock(@Value("${" + FILE + "}") Path file) {
		return new Clock() {

			@Override
			public Instant instant() {
				try {
					return Instant.now().plus(Duration.parse(Files.readString(file)));
				} catch (IOException unreadable) {
					throw new UncheckedIOException(unreadable);
				}
			}

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				throw new UnsupportedOperationException();
			}
		};
	}

	/** In one step, so that nobody reads half of it. */
	static void set(Path file, Duration wrong) {
		try {
			Path next = Files.writeString(file.resolveSibling("next"), wrong.toString());
			Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
