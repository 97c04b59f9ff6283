package app.hark.people;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;

import app.hark.delivery.Delivery;
import app.hark.delivery.Inboxes;

/** Makes accounts. */
@Service
class Registration {

	private static final Logger log = LoggerFactory.getLogger(Registration.class);

	private final Accounts accounts;
	private final PeopleSearch search;
	private final Inboxes inboxes;
	private final Delivery delivery;
	private final PasswordEncoder encoder;
	private final Passwords passwords;
	private final Clock clock;

	Registration(Accounts accounts, PeopleSearch search, Inboxes inboxes, Delivery delivery, PasswordEncoder encoder,
			Passwords passwords, Clock clock) {
		this.accounts = accounts;
		this.search = search;
		this.inboxes = inboxes;
		this.delivery = delivery;
		this.encoder = encoder;
		this.passwords = passwords;
		this.clock = clock;
	}

	/** Says what is wrong with the form, each reason at its field. */
	void check(SignUp form, Errors errors) {
		NameRules.refuseUsername(form.canonicalUsername()).ifPresent(why -> errors.rejectValue("username", why));
		NameRules.refuseDisplayName(form.displayName()).ifPresent(why -> errors.rejectValue("displayName", why));
		passwords.refuse(form.password(), form.canonicalUsername(), form.displayName())
				.ifPresent(why -> errors.rejectValue("password", why));
		if (!errors.hasFieldErrors("username") && accounts.existsByUsername(form.canonicalUsername())) {
			errors.rejectValue("username", "signUp.username.taken");
		}
	}

	/**
	 * Makes the account with all that belongs to it. The first one becomes the administrator.
	 *
	 * @throws DuplicateKeyException if somebody took the name meanwhile
	 */
	SignedIn register(SignUp form) {
		String hash = encoder.encode(form.password());
		var account = delivery.commit(_ -> {
			var made = accounts.save(new Account(null, form.canonicalUsername(), form.displayName(), hash, false,
					clock.instant()));
			search.index(made.identity(), made.username(), made.displayName());
			inboxes.open(made.identity());
			if (accounts.claimAdministration(made.identity()) == 1) {
				accounts.makeAdministrator(made.identity());
			}
			return made;
		});
		log.info("signed up: person {}", account.identity());
		return new SignedIn(account);
	}
}
