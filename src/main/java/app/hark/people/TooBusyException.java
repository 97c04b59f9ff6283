package app.hark.people;

class TooBusyException extends org.springframework.security.authentication.AuthenticationServiceException {
	TooBusyException() { super("busy"); }
}
