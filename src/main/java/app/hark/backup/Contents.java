package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much a database holds of what only ever grows: the rows of four tables, and the sum of all heads of inboxes.
 * <p>
 * H2 knows the number of rows without reading them, so this costs milliseconds at a million messages.
 */
record Contents(Map<String, Long> amounts) {

	private static final List<String> TABLES = List.of("person", "conversation", "participant", "message");

	static Contents of(JdbcClient jdbc) {
		var amounts = new LinkedHashMap<String, Long>();
		for (String table : TABLES) {
			amounts.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
		}
		amounts.put("entry", jdbc.sql("select coalesce(sum(head), 0) from inbox").query(Long.class).single());
		return new Contents(amounts);
	}

	/** Whether there is no less of anything than in the other. */
	boolean holds(Contents other) {
		return other.amounts.entrySet().stream()
				.allMatch(amount -> amounts.getOrDefault(amount.getKey(), 0L) >= amount.getValue());
	}

	/** Reads what {@link #toString()} has written. */
	static Contents read(Path file) throws IOException {
		try {
			return new Contents(Arrays.stream(Files.readString(file).trim().split(" "))
					.map(amount -> amount.split("="))
					.collect(Collectors.toMap(amount -> amount[0], amount -> Long.valueOf(amount[1]))));
		} catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
			throw new IOException(file + " cannot be read", e);
		}
	}

	/** For a person: how many people, conversations and messages. */
	String inWords() {
		return "people: %d, conversations: %d, messages: %d".formatted(amounts.getOrDefault("person", 0L),
				amounts.getOrDefault("conversation", 0L), amounts.getOrDefault("message", 0L));
	}

	@Override
	public String toString() {
		return amounts.entrySet().stream().map(amount -> amount.getKey() + "=" + amount.getValue())
				.collect(Collectors.joining(" "));
	}
}
