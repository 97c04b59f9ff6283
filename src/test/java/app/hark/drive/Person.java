package app.hark.drive;

/** Somebody who uses Hark in a test. */
public record Person(String username, String displayName, String password) {

	public Person withUsername(String other) {
		return new Person(other, displayName, password);
	}

	public Person named(String other) {
		return new Person(username, other, password);
	}

	public Person withPassword(String other) {
		return new Person(username, displayName, other);
	}
}
