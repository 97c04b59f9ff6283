package app.hark.people;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What the sign-up form holds, as it was typed; {@link NameRules} and {@link Passwords} say what is wrong with it. */
public record SignUp(@Nullable String username, @Nullable String displayName, @Nullable String password) {

	@Override
	public String username() {
		return Optional.ofNullable(username).orElse("").strip();
	}

	@Override
	public String displayName() {
		return Optional.ofNullable(displayName).orElse("").strip();
	}

	@Override
	public String password() {
		return Optional.ofNullable(password).orElse("");
	}

	/** The name as it is stored: people type it in any case. */
	String canonicalUsername() {
		return People.canonical(username());
	}

	/** Without the password, so that no log line ever holds it. */
	@Override
	public String toString() {
		return "SignUp[" + username() + "]";
	}
}
