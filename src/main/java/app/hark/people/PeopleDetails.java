package app.hark.people;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/**
 * Finds an account for Spring Security, which also spends the time of a password check on a name that does not exist, and hashes
 * a right password anew whose hash was made under weaker parameters than today's.
 */
@Service
class PeopleDetails implements UserDetailsService, UserDetailsPasswordService {

	private final Accounts accounts;

	PeopleDetails(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return accounts.findByUsername(People.canonical(username)).map(SignedIn::new)
				.orElseThrow(() -> new UsernameNotFoundException("no such account"));
	}

	/** Leaves a password alone that was changed meanwhile. */
	@Override
	public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
		if (user instanceof SignedIn person && hash != null) {
			accounts.rehashPassword(person.id(), requireNonNull(person.getPassword()), hash);
		}
		return user;
	}
}
