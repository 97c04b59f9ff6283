package app.hark.delivery;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hark's own database, a file of H2: who writes to it when, and when it counts as kept. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + SharedDatabase.PROFILE)
class OwnDatabase {

	/** How long anybody waits for the disk or for others: longer than a slow one takes, shorter than anybody's patience. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * A connection waits so long for another's row locks: longer than any send takes, shorter than anybody's patience. What
	 * has been written over is made room for while there is time ({@link Keeper}), and not at the end, when all wait. Each
	 * connection remembers how it answers everything that Hark asks often, which are more questions than the eight of H2; what
	 * was answered is forgotten, as it is rarely asked twice in a row, and looking whether it is costs more than it spares. An
	 * eighth of the memory holds what was read from the file last, twice what H2 takes: a thousand inboxes are spread over it.
	 */
	@Bean
	JdbcConnectionDetails database(StorageProperties storage, Environment properties) {
		if (properties.containsProperty(Unused.URL)) {
			throw new Unused(properties.getRequiredProperty(Unused.URL));
		}
		return new H2File("jdbc:h2:" + PatientFiles.path(storage.database())
				+ ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=0"
				+ ";CACHE_SIZE=" + Runtime.getRuntime().maxMemory() / 8 / 1024);
	}

	@Bean
	SingleWriter singleWriter() {
		return new SingleWriter(PATIENCE);
	}

	@Bean
	Opening opening(ObjectProvider<Flyway> migrations, ObjectProvider<H2Store> store) {
		return new Opening(migrations, store);
	}

	/** {@link Opening} migrates. */
	@Bean
	FlywayMigrationStrategy later() {
		return _ -> {
		};
	}

	@Bean
	static BeanPostProcessor turns(ObjectProvider<SingleWriter> writers, ObjectProvider<Opening> opening) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof DataSource database
						? opening.getObject().guard(writers.getObject().guard(database))
						: bean;
			}
		};
	}

	@Bean
	H2Store h2Store(DataSource database, SingleWriter writers) {
		return new H2Store(database, writers);
	}

	@Bean
	Barrier barrier(H2Store store, Meters meters) {
		return meters.timing(new CheckpointBarrier(store::checkpoint, PATIENCE));
	}

	@Bean
	Keeper keeper(SingleWriter writers, H2Store store, Barrier barrier) {
		return new Keeper(writers, store, barrier);
	}

	/** Nobody is sent away here because nothing is confirmed, so it may wait like everybody. */
	@Bean(defaultCandidate = false)
	@Apart
	JdbcClient apart(DataSource database) {
		return JdbcClient.create(database);
	}

	/** There is no other node, which could be told or be waited for. */
	@Bean
	Nodes nodes() {
		return Nodes.none();
	}

	@Bean
	Ledger ledger(JdbcTemplate jdbc, Clock clock) {
		return new H2Ledger(jdbc, clock);
	}

	/** Whoever writes has waited for all others already. */
	@Bean
	RetryPolicy writes() {
		return RetryPolicy.builder().maxRetries(0).build();
	}

	@Bean
	FreeSpace freeSpace(StorageProperties storage) {
		return new FreeSpace(storage.data().toFile(), storage.storage().reserve());
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
