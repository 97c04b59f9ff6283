package app.hark.people;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;

import app.hark.delivery.Delivery;

/** Changes one's own name and password. */
@Service
class Profile {

	private static final Logger log = LoggerFactory.getLogger(Profile.class);

	private final Accounts accounts;
	private final PeopleSearch search;
	private final Passwords passwords;
	private final PasswordEncoder encoder;
	private final Delivery delivery;
	private final Renamed renamed;

	Profile(Accounts accounts, PeopleSearch search, Passwords passwords, PasswordEncoder encoder, Delivery delivery,
			Renamed renamed) {
		this.accounts = accounts;
		this.search = search;
		this.passwords = passwords;
		this.encoder = encoder;
		this.delivery = delivery;
		this.renamed = renamed;
	}

	/** The display name, as typed. */
	public record Name(@Nullable String displayName) {
	}

	/** The old password and the new one, as typed. */
	record Password(@Nullable String currentPassword, @Nullable String newPassword) {

		@Override
		public String currentPassword() {
			return Optional.ofNullable(currentPassword).orElse("");
		}

		@Override
		public String newPassword() {
			return Optional.ofNullable(newPassword).orElse("");
		}

		@Override
		public String toString() {
			return "Password[]";
		}
	}

	void rename(SignedIn me, Name form, Errors errors) {
		String name = form.displayName() == null ? "" : form.displayName().strip();
		NameRules.refuseDisplayName(name).ifPresent(why -> errors.rejectValue("displayName", why));
		if (errors.hasErrors()) {
			return;
		}
		delivery.commit(log -> {
			renamed.tell(me.id(), log);
			accounts.rename(me.id(), name);
			search.index(me.id(), me.getUsername(), name);
			return name;
		});
	}

	void changePassword(SignedIn me, Password form, Errors errors) {
		var account = accounts.findById(me.id()).orElseThrow();
		try {
			if (!encoder.matches(form.currentPassword(), account.passwordHash())) {
				errors.rejectValue("currentPassword", "password.wrong");
			}
			passwords.refuse(form.newPassword(), account.username(), account.displayName())
					.ifPresent(why -> errors.rejectValue("newPassword", why));
			if (!errors.hasErrors()) {
				String hash = encoder.encode(form.newPassword());
				delivery.commit(_ -> {
					accounts.changePassword(me.id(), hash);
					return me;
				});
				log.info("password changed: person {}", me.id());
			}
		} catch (TooBusyException _) {
			errors.reject("signIn.busy");
		}
	}
}
