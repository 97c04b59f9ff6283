package app.hark.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Which passwords are refused. Length is what makes one hard to guess, so no kinds of characters are asked for; what is
 * long and still tried first is refused: the common ones, repetitions, the person's own name, and that of Hark.
 */
@Component
public class Passwords {

	/** In code points as typed; NIST SP 800-63B counts so, and asks for this where there is no second factor. */
	public static final int SHORTEST = 15;

	/** In code points; so that nobody has a novel hashed. */
	public static final int LONGEST = 256;

	private static final int LONGEST_UNIT = 4;

	private static final int SHORTEST_NAME = 3;

	private static final String PRODUCT = "hark";

	private final Set<String> common = read();

	/**
	 * The key of the sentence that says why this password is refused, or empty for a good one: {@code password.short},
	 * {@code password.long}, {@code password.repeated}, {@code password.common}, {@code password.name}.
	 */
	public Optional<String> refuse(String password, String username, String displayName) {
		int length = password.codePointCount(0, password.length());
		if (length < SHORTEST) {
			return Optional.of("password.short");
		}
		if (length > LONGEST) {
			return Optional.of("password.long");
		}
		String folded = fold(password);
		if (isRepetition(folded)) {
			return Optional.of("password.repeated");
		}
		if (common.contains(folded)) {
			return Optional.of("password.common");
		}
		return isNameOf(plain(folded), username, displayName) ? Optional.of("password.name") : Optional.empty();
	}

	/** One character, or a unit of up to four, over and over; the last time may be cut off. */
	private static boolean isRepetition(String folded) {
		int[] points = folded.codePoints().toArray();
		return IntStream.rangeClosed(1, LONGEST_UNIT)
				.anyMatch(unit -> IntStream.range(unit, points.length).allMatch(i -> points[i] == points[i - unit]));
	}

	private static boolean isNameOf(String plain, String username, String displayName) {
		String user = plain(fold(username));
		String display = plain(fold(displayName));
		Stream<String> parts = Arrays.stream(fold(username + " " + displayName).split("[^\\p{L}\\p{M}\\p{N}]+"));
		return Stream
				.concat(Stream.of(user, display, user + display, display + user, PRODUCT, PRODUCT + user,
						user + PRODUCT), parts)
				.filter(name -> name.length() >= SHORTEST_NAME)
				.anyMatch(name -> consistsOf(name, plain) || consistsOf(name, withoutLastDigits(plain)));
	}

	private static boolean consistsOf(String unit, String text) {
		return text.length() >= unit.length()
				&& IntStream.range(0, text.length()).allMatch(i -> text.charAt(i) == unit.charAt(i % unit.length()));
	}

	private static String fold(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static String plain(String folded) {
		return folded.replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
	}

	private static String withoutLastDigits(String plain) {
		int end = plain.length();
		while (end > 0 && Character.isDigit(plain.charAt(end - 1))) {
			end--;
		}
		return plain.substring(0, end);
	}

	/** The list's own header says where it comes from. */
	private static Set<String> read() {
		var list = Objects.requireNonNull(Passwords.class.getResourceAsStream("common-passwords.txt"));
		try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
			return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
