package app.hark.delivery;

import java.security.SecureRandom;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What is the same for every kind of database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageProperties.class, StreamProperties.class})
class Storage {

	private static final Logger log = LoggerFactory.getLogger(Storage.class);

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	SecureRandom secureRandom() {
		return new SecureRandom();
	}

	/** What is done again and again can wait for a database that is away, and need not say so at length each time. */
	@Bean
	SimpleAsyncTaskSchedulerCustomizer patientTasks() {
		return tasks -> tasks.setErrorHandler(failure -> {
			if (failure instanceof DataAccessException || failure instanceof TransactionException) {
				log.warn("a task has to wait for the database: {}", failure.toString());
			} else {
				log.error("a task has failed", failure);
			}
		});
	}
}
