package app.hark.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** Where everything is kept, and when it counts as kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageProperties.class, StreamProperties.class})
class Storage {

	/** How long anybody waits for the disk: longer than a slow one takes, shorter than anybody's patience. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

	/** A connection waits so long for another's row locks: longer than any send takes, shorter than anybody's patience. */
	@Bean
	@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
	JdbcConnectionDetails database(StorageProperties storage) {
		return new H2File(
				"jdbc:h2:" + PatientFiles.path(storage.database()) + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
	}

	/** PostgreSQL has put a commit on the disk when it says so. */
	@Bean
	Barrier barrier(JdbcConnectionDetails database, JdbcTemplate jdbc, Meters meters) {
		return meters.timing(isOurs(database)
				? new CheckpointBarrier(() -> jdbc.execute("checkpoint sync"), PATIENCE)
				: () -> {
				});
	}

	/** PostgreSQL's disk is another matter, and often on another machine. */
	@Bean
	FreeSpace freeSpace(JdbcConnectionDetails database, StorageProperties storage) {
		return new FreeSpace(storage.data().toFile(),
				isOurs(database) ? storage.storage().reserve() : DataSize.ofBytes(0));
	}

	private static boolean isOurs(JdbcConnectionDetails database) {
		return DatabaseDriver.fromJdbcUrl(database.getJdbcUrl()) == DatabaseDriver.H2;
	}

	private record H2File(String getJdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "sa";
		}

		@Override
		public String getPassword() {
			return "";
		}
	}
}
