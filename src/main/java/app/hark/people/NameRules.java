package app.hark.people;

import java.util.Optional;
import java.util.regex.Pattern;

/** What names may look like. Each answer is the message key of the reason for a refusal, or empty. */
public final class NameRules {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]");
	private static final int DISPLAY_NAME_LENGTH = 64;

	private NameRules() {
	}

	static Optional<String> refuseUsername(String canonical) {
		return USERNAME.matcher(canonical).matches() ? Optional.empty() : Optional.of("signUp.username.invalid");
	}

	/** Any script, counted in characters and not in UTF-16 units; something visible must be in it. */
	public static Optional<String> refuseDisplayName(String name) {
		if (name.isEmpty()) {
			return Optional.of("displayName.blank");
		}
		boolean fits = name.codePointCount(0, name.length()) <= DISPLAY_NAME_LENGTH;
		boolean visible = name.codePoints().anyMatch(Visible::test);
		boolean clean = name.codePoints().noneMatch(c -> Character.isISOControl(c)
				|| Character.getType(c) == Character.SURROGATE || Character.getType(c) == Character.LINE_SEPARATOR
				|| Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
		return fits && visible && clean ? Optional.empty() : Optional.of("displayName.invalid");
	}
}
