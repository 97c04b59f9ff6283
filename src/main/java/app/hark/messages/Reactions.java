package app.hark.messages;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.people.Person;

/** Who reacted to which message with what. Whoever changes them has the message's row locked. */
@Repository
class Reactions {

	private final JdbcClient jdbc;

	Reactions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private record Row(long messageId, String emoji, long id, String username, String displayName) {

		Person person() {
			return new Person(id, username, displayName);
		}
	}

	/** The reactions to these messages, by message, read at once. What came first stands first. */
	Map<Long, List<Reaction>> to(Collection<Long> messages) {
		if (messages.isEmpty()) {
			return Map.of();
		}
		return jdbc.sql("""
				select r.message_id, r.emoji, p.id, p.username, p.display_name
				from reaction r join person p on p.id = r.person_id
				where r.message_id = any(?) order by r.created_at, p.id, r.emoji""")
				.param(messages.toArray(Long[]::new))
				.query((row, _) -> new Row(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
						row.getString(5)))
				.list().stream()
				.collect(groupingBy(Row::messageId, collectingAndThen(
						groupingBy(Row::emoji, LinkedHashMap::new, mapping(Row::person, toList())), Reactions::list)));
	}

	private static List<Reaction> list(Map<String, List<Person>> byEmoji) {
		return byEmoji.entrySet().stream().map(of -> new Reaction(of.getKey(), of.getValue())).toList();
	}

	void add(long message, long person, Emoji emoji, Instant at) {
		jdbc.sql("insert into reaction (message_id, person_id, emoji, created_at) values (?, ?, ?, ?)")
				.params(message, person, emoji.text(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).update();
	}

	/** Whether there was one. */
	boolean takeAway(long message, long person, Emoji emoji) {
		return jdbc.sql("delete from reaction where message_id = ? and person_id = ? and emoji = ?")
				.params(message, person, emoji.text()).update() > 0;
	}

	/** Takes away all reactions to a message. */
	void clear(long message) {
		jdbc.sql("delete from reaction where message_id = ?").param(message).update();
	}

	/** How many different emoji a message has, without this one. */
	int others(long message, Emoji emoji) {
		return jdbc.sql("select count(distinct emoji) from reaction where message_id = ? and emoji <> ?")
				.params(message, emoji.text()).query(Integer.class).single();
	}
}
