package app.hark.people;

import org.springframework.security.authentication.AuthenticationServiceException;

/** So many passwords are being checked that this one did not get its turn; trying again in a moment may do. */
public class TooBusyException extends AuthenticationServiceException {

	private static final long serialVersionUID = 1L;

	TooBusyException(String message) {
		super(message);
	}
}
