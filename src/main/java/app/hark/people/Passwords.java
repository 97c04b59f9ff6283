package app.hark.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class Passwords {
	Optional<String> refuse(String password, String username, String displayName) {
		return password.length() < 15 ? Optional.of("password.short") : Optional.empty();
	}
}
