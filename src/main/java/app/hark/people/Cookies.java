package app.hark.people;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the session cookie of a browser that stays signed in when that browser is closed. */
@Configuration(proxyBeanMethods = false)
class Cookies {

	@Bean
	DefaultCookieSerializerCustomizer outlivesTheBrowser() {
		return cookie -> cookie.setRememberMeRequestAttribute(RememberedSignIns.STAYS);
	}
}
