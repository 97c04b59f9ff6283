package app.hark.delivery;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One thing that a node tells, and how many of them are written into one notification: a line with the name of the node, then
 * one for each, as {@code INBOX 17}.
 */
record Note(Topic topic, List<Long> ids) {

	/** PostgreSQL takes a payload of less than 8,000 bytes. */
	private static final int LONGEST = 7_900;

	static Note of(Topic topic, long... ids) {
		return new Note(topic, LongStream.of(ids).boxed().toList());
	}

	/** As few payloads as hold them all. */
	static List<String> payloads(String node, Collection<Note> notes) {
		var payloads = new ArrayList<String>();
		var payload = new StringBuilder(node);
		for (Note note : notes) {
			String line = "\n" + note;
			if (payload.length() + line.length() > LONGEST) {
				payloads.add(payload.toString());
				payload = new StringBuilder(node);
			}
			payload.append(line);
		}
		payloads.add(payload.toString());
		return payloads;
	}

	/** Who has written a payload. */
	static String node(String payload) {
		return payload.lines().findFirst().orElse("");
	}

	/** What a payload says. What a newer Hark may say besides is passed over. */
	static List<Note> read(String payload) {
		return payload.lines().skip(1).flatMap(line -> parse(line).stream()).toList();
	}

	private static Optional<Note> parse(String line) {
		try {
			String[] words = line.split(" ");
			return Optional.of(
					new Note(Topic.valueOf(words[0]), Arrays.stream(words).skip(1).map(Long::valueOf).toList()));
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return Stream.concat(Stream.of(topic), ids.stream()).map(String::valueOf).collect(joining(" "));
	}
}
