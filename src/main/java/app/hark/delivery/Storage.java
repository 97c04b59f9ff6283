package app.hark.delivery;

import java.security.SecureRandom;
import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is the same for every kind of database. */
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
}
