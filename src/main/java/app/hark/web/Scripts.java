package app.hark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves the scripts under one version for all of them. They import each other by relative path, so a version in each file's
 * name would not reach the imports, and a browser that keeps files for a year would mix old ones with new ones.
 */
@Configuration(proxyBeanMethods = false)
class Scripts implements WebMvcConfigurer {

	private static final Duration KEPT = Duration.ofDays(365);

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/js/**").addResourceLocations("classpath:/static/js/")
				.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
				.resourceChain(true)
				.addResolver(new VersionResourceResolver().addFixedVersionStrategy(version(), "/**"));
	}

	/** Changes whenever any of the scripts does. */
	private static String version() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			for (Resource script : new PathMatchingResourcePatternResolver()
					.getResources("classpath:/static/js/*.js")) {
				digest.update(script.getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
