package app.hark.web;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What holds once the operator has asked for a port of their own, if nothing else is said: it is for this machine alone, and
 * tells everything. Not in application.yaml, because without such a port Spring Boot refuses to start with an address for
 * it, and because nobody else may read the metrics.
 */
class ManagementPort implements EnvironmentPostProcessor, Ordered {

	private static final String PORT = "management.server.port";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String port = environment.getProperty(PORT);
		if (port != null && !Objects.equals(port, environment.getProperty("server.port"))) {
			environment.getPropertySources().addLast(new MapPropertySource("port for operators", Map.of(
					"management.server.address", "127.0.0.1",
					"management.endpoints.web.exposure.include", "health,prometheus",
					"management.endpoint.health.show-details", "always")));
		}
	}

	/** After all files of properties have been read. */
	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}
}
