package app.hark.people;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

@Component
class BoundedPasswordEncoder implements PasswordEncoder {
	private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
	public String encode(CharSequence p) { return argon2.encode(p); }
	public boolean matches(CharSequence p, String h) { return argon2.matches(p, h); }
}
