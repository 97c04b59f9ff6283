package app.hark.web;

import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.session.web.http.CookieSerializer;

import app.hark.people.RememberedSignIns;
import app.hark.people.SessionLeases;
import app.hark.people.Sessions;
import app.hark.people.SignedIn;

/** Who may do what. Three chains: files that are the same for everybody, the stream, and everything else. */
@Configuration(proxyBeanMethods = false)
class Security {

	private static final String[] FILES = {"/css/**", "/js/**", "/webjars/htmx.org/*/dist/htmx.min.js",
			"/webjars/htmx-ext-sse/*/sse.js", "/favicon.svg", "/favicon.ico"};
	private static final String[] OPEN = {"/", "/sign-in", "/sign-up", "/error", "/actuator/health/**",
			"/livez", "/readyz"};

	private final Refusals refusals;

	Security(Refusals refusals) {
		this.refusals = refusals;
	}

	@Bean
	@ConditionalOnProperty("hark.limits.enabled")
	Limits limits(Buckets buckets) {
		return new Limits(refusals, buckets);
	}

	/** The limits know accounts, so they stand inside the chains and not before them. */
	@Bean
	@ConditionalOnProperty("hark.limits.enabled")
	FilterRegistrationBean<Limits> limitsOnlyInChains(Limits limits) {
		var registration = new FilterRegistrationBean<>(limits);
		registration.setEnabled(false);
		return registration;
	}

	/** For a file, no session and no remembered sign-in is looked at, and headers that are about pages only weigh. */
	@Bean
	@Order(1)
	SecurityFilterChain files(HttpSecurity http) throws Exception {
		return http.securityMatcher(FILES)
				.authorizeHttpRequests(
						all -> all.requestMatchers(Security::isSpelledOut).denyAll().anyRequest().permitAll())
				.headers(Security::bare)
				.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
				.securityContext(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable)
				.addFilterBefore((request, response, chain) -> chain
						.doFilter(new WithoutSession((HttpServletRequest) request), response),
						SecurityContextHolderFilter.class)
				.addFilterAfter(new Packed(), AuthorizationFilter.class)
				.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain stream(HttpSecurity http, SessionLeases sessions, CookieSerializer cookies,
			Optional<Limits> limits) throws Exception {
		http.securityMatcher("/stream").headers(Security::bare)
				// HEAD would follow the stream without ever noticing that nobody reads.
				.authorizeHttpRequests(
						all -> all.requestMatchers(HttpMethod.GET).authenticated().anyRequest().denyAll())
				.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
				.securityContext(AbstractHttpConfigurer::disable).sessionManagement(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable)
				.exceptionHandling(to -> to.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
				.addFilterBefore(new StreamSessions(sessions, cookies), SecurityContextHolderFilter.class);
		limits.ifPresent(filter -> http.addFilterAfter(filter, AuthorizationFilter.class));
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, Sessions sessions, RememberedSignIns remembered, SignInOutcome outcome,
			Optional<Limits> limits) throws Exception {
		http.setSharedObject(RememberMeServices.class, remembered);
		PageHeaders.on(http).addFilterBefore(new NotKept(refusals), CsrfFilter.class)
				.addFilterBefore(new ComingBack(remembered, sessions), CsrfFilter.class)
				.authorizeHttpRequests(all -> all
						.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
						.requestMatchers("/webjars/**").denyAll()
						.requestMatchers(OPEN).permitAll()
						.requestMatchers("/actuator/**").denyAll()
						.anyRequest().authenticated())
				.formLogin(form -> form.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome))
				.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out").addLogoutHandler(remembered))
				.sessionManagement(start -> start.addSessionAuthenticationStrategy(sessions))
				.requestCache(AbstractHttpConfigurer::disable)
				.exceptionHandling(to -> to.accessDeniedHandler(outOfDate())
						.authenticationEntryPoint((request, response, _) -> refusals.askToSignIn(request, response)));
		limits.ifPresent(filter -> http.addFilterAfter(filter, CsrfFilter.class));
		return http.build();
	}

	/** A form whose token no longer fits: its page was open for longer than the session, or another session came since. */
	private AccessDeniedHandler outOfDate() {
		return (request, response, _) -> {
			var who = SecurityContextHolder.getContext().getAuthentication();
			boolean signsIn = request.getRequestURI().matches("/sign-(in|up)");
			if (!signsIn && (who == null || !(who.getPrincipal() instanceof SignedIn))) {
				refusals.askToSignIn(request, response);
			} else {
				refusals.refuse(request, response, HttpStatus.FORBIDDEN,
						new DefaultMessageSourceResolvable("outdated"));
			}
		};
	}

	/** With that a file would have any number of addresses, and something is kept for each. */
	private static boolean isSpelledOut(HttpServletRequest request) {
		return request.getRequestURI().contains("%");
	}

	static void bare(HeadersConfigurer<HttpSecurity> headers) {
		headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults())
				.httpStrictTransportSecurity(Customizer.withDefaults());
	}
}
