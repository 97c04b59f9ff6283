package app.hark.drive;

/** The server could not be reached, or the link broke before the answer was whole. */
public final class Unreachable extends RuntimeException {

	private static final long serialVersionUID = 1;

	Unreachable(Exception cause) {
		super(cause);
	}
}
