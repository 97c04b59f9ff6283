package app.hark.people;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who a request comes from. Kept in the session, therefore without anything that may change or must not be kept. */
public final class SignedIn implements UserDetails, CredentialsContainer {

	@Serial private static final long serialVersionUID = 1;

	private final long id;
	private final String username;
	private transient @Nullable String passwordHash;

	SignedIn(Account account) {
		this(account.identity(), account.username());
		this.passwordHash = account.passwordHash();
	}

	SignedIn(long id, String username) {
		this.id = id;
		this.username = username;
	}

	/** Who has been authenticated: a person, since Hark knows no other kind. */
	public static SignedIn of(Authentication authentication) {
		return (SignedIn) requireNonNull(authentication.getPrincipal());
	}

	public long id() {
		return id;
	}

	@Override
	public String getUsername() {
		return username;
	}

	@Override
	public @Nullable String getPassword() {
		return passwordHash;
	}

	@Override
	public void eraseCredentials() {
		passwordHash = null;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SignedIn that && that.id == id;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(id);
	}
}
