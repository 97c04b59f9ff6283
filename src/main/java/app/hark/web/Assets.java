package app.hark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Our scripts and stylesheets: kept by browsers for a year, under an address that changes whenever any of them does. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

	private static final Duration KEPT = Duration.ofDays(365);

	/** By folder. */
	private final Map<String, String> versions = Map.of("/js/", version("/js/"), "/css/", version("/css/"));

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		versions.forEach((folder, version) -> registry.addResourceHandler(folder + "**")
				.addResourceLocations("classpath:/static" + folder)
				.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable()).setUseLastModified(false)
				.resourceChain(true)
				.addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"))
				.addTransformer(Inlining.ofOurs()));
		registry.addResourceHandler("/favicon.svg").addResourceLocations("classpath:/static/")
				.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic()).setUseLastModified(false);
		registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
				.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable()).setUseLastModified(false)
				.resourceChain(true)
				// The extension comes with its comments, which weigh as much as it does.
				.addTransformer(Inlining.ofOthers());
	}

	/** A page of before an update loads later what it needs then, and knows only the addresses of before. */
	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		versions.forEach((folder, version) -> registry.addRedirectViewController(
				folder + "{older:(?!" + version + ")[0-9a-f]{12}}/{file}", folder + version + "/{file}"));
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
