package app.hark.people;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds an account for Spring Security, which also spends the time of a password check on a name that does not exist. */
@Service
class PeopleDetails implements UserDetailsService {

	private final Accounts accounts;

	PeopleDetails(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		return accounts.findByUsername(People.canonical(username)).map(SignedIn::new)
				.orElseThrow(() -> new UsernameNotFoundException("no such account"));
	}
}
