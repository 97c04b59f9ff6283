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

/** Our scripts and stylesheets: kept by browsers for a year, under an address that changes whenever any of them does. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

	private static final Duration KEPT = Duration.ofDays(365);

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		for (String folder : new String[]{"/js/", "/css/"}) {
			registry.addResourceHandler(folder + "**").addResourceLocations("classpath:/static" + folder)
					.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable()).setUseLastModified(false)
					.resourceChain(true)
					.addResolver(new VersionResourceResolver().addFixedVersionStrategy(version(folder), "/**"))
					.addTransformer(Inlining.ofOurs());
		}
		registry.addResourceHandler("/favicon.svg").addResourceLocations("classpath:/static/")
				.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic()).setUseLastModified(false);
		registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
				.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable()).setUseLastModified(false)
				.resourceChain(true)
				// The extension comes with its comments, which weigh as much as it does.
				.addTransformer(Inlining.ofOthers());
	}

	/** One version for all files of a folder, because one is served with what it imports. */
	private static String version(String folder) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			var files = new PathMatchingResourcePatternResolver().getResources("classpath:/static" + folder + "*");
			for (Resource file : files) {
				digest.update(file.getContentAsByteArray());
			}
			return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
