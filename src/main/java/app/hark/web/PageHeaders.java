package app.hark.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security headers of pages. Those that only old browsers ever read are left out: each page carries them. */
final class PageHeaders {

	private PageHeaders() {
	}

	static HttpSecurity on(HttpSecurity http) throws Exception {
		return http.headers(headers -> headers
				.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
				.xssProtection(HeadersConfigurer.XXssConfig::disable)
				.addHeaderWriter(notStored())
				.addHeaderWriter(openerPolicy())
				.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.allowing("")))
				.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(
						policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
				.crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
	}

	/** What is on a page is nobody else's business; a file that says for itself how long it may be kept keeps its word. */
	private static HeaderWriter notStored() {
		return (_, response) -> {
			if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			}
		};
	}

	/** Browsers ignore this one over plain HTTP, as in a local network, and complain about it on every page. */
	private static HeaderWriter openerPolicy() {
		var writer = new CrossOriginOpenerPolicyHeaderWriter();
		writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
		return new DelegatingRequestMatcherHeaderWriter(HttpServletRequest::isSecure, writer);
	}
}
