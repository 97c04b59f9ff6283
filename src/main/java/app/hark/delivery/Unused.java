package app.hark.delivery;

import java.io.Serial;

/** A database is named that this Hark would not use. */
final class Unused extends RuntimeException {

	static final String URL = "spring.datasource.url";

	@Serial private static final long serialVersionUID = 1;

	Unused(String url) {
		super("The database " + url + " is named, but Hark would keep everything in its own file.");
	}
}
