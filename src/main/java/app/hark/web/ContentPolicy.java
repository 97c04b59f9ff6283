package app.hark.web;

/** The content security policy: our own files and nothing else; no inline script, no eval, no inline style but one. */
final class ContentPolicy {

	static final String HEADER = "Content-Security-Policy";

	private ContentPolicy() {
	}

	/** @param style a hash source for the one inline style of a page, or nothing */
	static String allowing(String style) {
		return ("default-src 'none'; script-src 'self'; style-src 'self' " + style).strip()
				+ "; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
	}
}
