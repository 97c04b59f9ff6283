package app.hark.people;

import java.util.Base64;

import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.session.SessionIdGenerator;

/** What a session is known by: an id that nobody guesses, in a cookie that a browser which stays signed in keeps. */
@Configuration(proxyBeanMethods = false)
class Cookies {

	/** Bytes of an id: 216 random bits, and in base64 the 36 characters that the column of the table is wide. */
	private static final int ID_BYTES = 27;

	/** The library would take random UUIDs, of which 122 bits are random. */
	@Bean
	SessionIdGenerator sessionIds() {
		return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), ID_BYTES)::generateKey;
	}

	@Bean
	DefaultCookieSerializerCustomizer outlivesTheBrowser() {
		return cookie -> cookie.setRememberMeRequestAttribute(RememberedSignIns.STAYS);
	}
}
