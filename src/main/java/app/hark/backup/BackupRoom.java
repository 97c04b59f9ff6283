package app.hark.backup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the parts of this room together inside a server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupProperties.class)
class BackupRoom {

	@Bean
	DataFolder dataFolder(Environment properties) {
		return DataFolder.of(properties);
	}
}
