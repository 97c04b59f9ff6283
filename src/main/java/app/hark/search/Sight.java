package app.hark.search;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Conversations;
import app.hark.messages.Face;
import app.hark.people.Person;

/** Who may see what: the one place at which search asks for it. */
@Repository
class Sight {

	private final JdbcClient jdbc;

	Sight(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A message as the database has it now, in a conversation with one other or in a group. */
	record Found(long id, String body, OffsetDateTime createdAt, long authorId, String authorUsername,
			String authorDisplayName, long conversationId, @Nullable String groupName, @Nullable Long otherId,
			@Nullable String otherUsername, @Nullable String otherDisplayName) {

		Person author() {
			return new Person(authorId, authorUsername, authorDisplayName);
		}

		Face with() {
			return groupName != null
					? Face.ofGroup(conversationId, groupName)
					: Face.of(new Person(requireNonNull(otherId), requireNonNull(otherUsername),
							requireNonNull(otherDisplayName)));
		}
	}

	/** Where there can be something for this person. It only saves looking elsewhere: what is shown is asked for below. */
	List<Long> conversations(long viewer) {
		return jdbc.sql("select conversation_id from participant where person_id = ?").param(viewer).query(Long.class)
				.list();
	}

	/** The groups whose names have these words, among those that this person is or was in. */
	List<Long> groups(Phrase words, long viewer) {
		return jdbc.sql("""
				select c.id, c.name from participant p join conversation c on c.id = p.conversation_id
				where p.person_id = ? and c.name is not null""").param(viewer).query(Named.class).list().stream()
				.filter(group -> !words.in(Tokens.of(group.name())).isEmpty()).map(Named::id).toList();
	}

	private record Named(long id, String name) {
	}

	/**
	 * Of these messages those that are there and that this person may see, newest first: in a group, what was said while
	 * they were in it.
	 */
	List<Found> of(List<Long> ids, long viewer) {
		return ids.isEmpty() ? List.of() : jdbc.sql("""
				select m.id, m.body, m.created_at, a.id as author_id, a.username as author_username,
				  a.display_name as author_display_name, c.id as conversation_id, c.name as group_name,
				  o.id as other_id, o.username as other_username, o.display_name as other_display_name
				from message m
				join participant p on p.conversation_id = m.conversation_id and p.person_id = :viewer
				  and %s
				join conversation c on c.id = m.conversation_id
				join person a on a.id = m.author_id
				left join person o on o.id = %s
				where m.id in (:ids) and m.deleted_at is null and m.line is null
				order by m.id desc""".formatted(Conversations.sees("m"), Conversations.OTHER)).param("ids", ids)
				.param("viewer", viewer).query(Found.class).list();
	}
}
