package app.hark.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Who may do what on the port for operators: whoever reaches it may read it, and nobody is signed in there. */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

	/** Before the chains of the pages, which Spring Boot puts in front of this port as well. */
	@Bean
	@Order(0)
	SecurityFilterChain management(HttpSecurity http) throws Exception {
		return http.securityMatcher(ManagementSecurity::isForOperators)
				.authorizeHttpRequests(all -> all.anyRequest().permitAll()).headers(Security::bare)
				.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
				.securityContext(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable).build();
	}

	/** The port has a server and a context of its own, whatever its number is. */
	private static boolean isForOperators(HttpServletRequest request) {
		return WebServerApplicationContext.hasServerNamespace(
				WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext()),
				WebServerNamespace.MANAGEMENT.getValue());
	}
}
