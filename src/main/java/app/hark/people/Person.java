package app.hark.people;

/** Somebody who has an account, as others see them. */
public record Person(long id, String username, String displayName) {

	public Avatar avatar() {
		return Avatar.of(displayName, username);
	}
}
