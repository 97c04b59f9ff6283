package app.hark.drive;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The object mother of people: real-looking names in several scripts, a username that no other test has. */
public final class People {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static final List<Person> NAMES = List.of(name("ada", "Ada Lovelace"), name("bashir", "بشير الحداد"),
			name("chiara", "Chiara D'Àngelo"), name("daiki", "佐藤 大輝"), name("elif", "Elif Şahinoğlu"),
			name("fyodor", "Фёдор Ковалёв"), name("gwen", "Gwenllian Llŷr"), name("haneul", "김하늘"),
			name("ines", "Inês Conceição"), name("jing", "王靜"), name("katerina", "Κατερίνα Παππά"),
			name("lior", "ליאור כהן"), name("mara", "Mara O’Connell-Núñez"), name("nam", "Nguyễn Hoàng Nam"),
			name("omkar", "ओंकार जोशी"), name("pia", "Pia Müller 🎻"));

	private People() {
	}

	/** The next person on the list, as somebody new each time. */
	public static Person someone() {
		int count = COUNT.getAndIncrement();
		Person name = NAMES.get(count % NAMES.size());
		return name.withUsername(name.username() + "." + Integer.toString(count, 36));
	}

	public static List<Person> some(int count) {
		return IntStream.range(0, count).mapToObj(_ -> someone()).toList();
	}

	/** A word that no other test has in its names, for searches that must find nobody else. */
	public static String freshWord() {
		String letters = Integer.toString(100_000 + COUNT.getAndIncrement(), 10).chars()
				.mapToObj(digit -> Character.toString("bcdfghklmn".charAt(digit - '0')))
				.reduce("", (word, letter) -> word + letter + "o");
		return Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
	}

	private static Person name(String username, String displayName) {
		return new Person(username, displayName, "the tin kettle of " + username);
	}
}
