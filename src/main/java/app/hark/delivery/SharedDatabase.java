package app.hark.delivery;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A PostgreSQL, which any number of Harks share: what is different from Hark's own database. */
@Configuration(proxyBeanMethods = false)
@Profile(SharedDatabase.PROFILE)
public class SharedDatabase {

	/** The profile that says so; {@code application-postgres.yaml} belongs to it. */
	public static final String PROFILE = "postgres";

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	@Bean
	static BeanPostProcessor turnstile() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return bean instanceof HikariDataSource pool
						? new Turnstile(pool, pool.getMaximumPoolSize(), Duration.ofMillis(pool.getConnectionTimeout()))
						: bean;
			}
		};
	}

	/** A pool of one, with the same settings. */
	@Bean(defaultCandidate = false)
	@Apart
	DataSource confirming(DataSource pool) throws SQLException {
		var same = new HikariConfig();
		pool.unwrap(HikariDataSource.class).copyStateTo(same);
		same.setPoolName("hark-confirming");
		same.setMaximumPoolSize(1);
		return new HikariDataSource(same);
	}

	@Bean(defaultCandidate = false)
	@Apart
	JdbcClient apart(@Apart DataSource confirming) {
		return JdbcClient.create(confirming);
	}

	/** It has put a commit on the disk when it says so. */
	@Bean
	Barrier barrier(Meters meters) {
		return meters.timing(() -> {
		});
	}

	@Bean
	Nodes nodes(JdbcConnectionDetails database, DataSource pool, SecureRandom random, Doorbell doorbell, Sweep sweep,
			ObjectProvider<Nodes.Listener> listeners) throws SQLException {
		return new Neighbours(new Wire(database, pool.unwrap(HikariDataSource.class).getDataSourceProperties()),
				random, doorbell, sweep, listeners);
	}

	@Bean
	Ledger ledger(JdbcTemplate jdbc, Clock clock) {
		return new PostgresLedger(jdbc, clock);
	}

	/**
	 * Others may hold what a transaction needs, for longer than it waits, or wait for what it holds: then all of it is done
	 * once more, a little later than whoever else tries again. What fails with the link is not: it may have been committed.
	 */
	@Bean
	RetryPolicy writes() {
		return RetryPolicy.builder().predicate(SharedDatabase::hasMetOthers).maxRetries(3)
				.delay(Duration.ofMillis(50)).multiplier(2).jitter(Duration.ofMillis(40)).build();
	}

	/** Spring has no word for a lock that was not given in time. */
	private static boolean hasMetOthers(Throwable why) {
		return why instanceof ConcurrencyFailureException
				|| NestedExceptionUtils.getMostSpecificCause(why) instanceof SQLException sql
						&& LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
	}

	/** Its disk is another matter, and often on another machine. */
	@Bean
	FreeSpace freeSpace(StorageProperties storage) {
		return new FreeSpace(storage.data().toFile(), DataSize.ofBytes(0));
	}
}
