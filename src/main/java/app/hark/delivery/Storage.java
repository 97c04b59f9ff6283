package app.hark.delivery;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What every kind of database has in common, and what is different where it is not Hark's own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageProperties.class, StreamProperties.class})
class Storage {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

	/** PostgreSQL. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(GivenDatabase.IsGiven.class)
	static class GivenDatabase {

		static final class IsGiven extends NoneNestedConditions {

			IsGiven() {
				super(ConfigurationPhase.REGISTER_BEAN);
			}

			@ConditionalOnProperty(name = OwnDatabase.OTHER, matchIfMissing = true, havingValue = OwnDatabase.NONE)
			static final class IsNot {
			}
		}

		/** It has put a commit on the disk when it says so. */
		@Bean
		Barrier barrier(Meters meters) {
			return meters.timing(() -> {
			});
		}

		/** Its disk is another matter, and often on another machine. */
		@Bean
		FreeSpace freeSpace(StorageProperties storage) {
			return new FreeSpace(storage.data().toFile(), DataSize.ofBytes(0));
		}
	}
}
