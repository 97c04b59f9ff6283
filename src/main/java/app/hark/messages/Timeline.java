package app.hark.messages;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.hark.conversations.Conversations;

/** The messages of a conversation, in order, as they are shown. */
@Repository
public class Timeline {

	/** Messages on one page of a chat. */
	static final int PAGE = 50;

	private static final String SHOWN = "select " + MessageRow.COLUMNS + """
			from message m
			join participant p on p.conversation_id = m.conversation_id and p.person_id = :viewer
			  and %s
			""".formatted(Conversations.sees("m")) + MessageRow.JOINS;

	/** In the order of the whole key, by which H2 reads one page; by number alone it would read and sort the conversation. */
	static final String NEWEST_FIRST = SHOWN + """
			where m.conversation_id = :conversation and m.seq < :below
			order by m.conversation_id desc, m.seq desc fetch first :page rows only""";

	private final JdbcClient jdbc;
	private final Reactions reactions;

	Timeline(JdbcClient jdbc, Reactions reactions) {
		this.jdbc = jdbc;
		this.reactions = reactions;
	}

	/** One message, if this person is in its conversation. */
	public Optional<MessageView> find(long id, long person) {
		return jdbc.sql(SHOWN + "where m.id = :id").param("id", id).param("viewer", person).query(MessageRow::of)
				.optional().map(this::withReactions);
	}

	/** What is answered in this conversation: a message of it that this person sees, and nothing else. */
	Optional<MessageView> answered(@Nullable Long id, long conversation, long person) {
		return Optional.ofNullable(id).flatMap(known -> find(known, person))
				.filter(found -> found.conversationId() == conversation);
	}

	/** The answers to a message, which quote it, as far as this person sees them. */
	public List<MessageView> quoting(long message, long person) {
		return withReactions(jdbc.sql(SHOWN + "where m.reply_to_id = :id order by m.seq").param("id", message)
				.param("viewer", person).query(MessageRow::of).list());
	}

	/**
	 * To whom a change of a message may show: all who are in its conversation, and of those who have left whoever sees it, or an
	 * answer that quotes it.
	 */
	List<Long> concerned(MessageView message) {
		return jdbc.sql("""
				select p.person_id from participant p join message m on m.id = :id
				where p.conversation_id = :conversation and (p.to_seq is null or %s or exists (
				  select 1 from message answer where answer.reply_to_id = :id and %s))"""
				.formatted(Conversations.sees("m"), Conversations.sees("answer")))
				.param("id", message.id()).param("conversation", message.conversationId()).query(Long.class).list();
	}

	/** The number of a message of this conversation. */
	Optional<Long> seq(long conversation, long message) {
		return jdbc.sql("select seq from message where id = ? and conversation_id = ?").params(message, conversation)
				.query(Long.class).optional();
	}

	/** The page of messages whose numbers are below this one, oldest first, as far as this person sees them. */
	List<MessageView> page(long conversation, long belowSeq, long person) {
		return withReactions(jdbc.sql(NEWEST_FIRST).param("conversation", conversation).param("below", belowSeq)
				.param("page", PAGE).param("viewer", person).query(MessageRow::of).list().reversed());
	}

	/** The message of a row, and what people said to it. */
	MessageView withReactions(MessageRow row) {
		return withReactions(List.of(row)).getFirst();
	}

	private List<MessageView> withReactions(List<MessageRow> read) {
		var found = reactions.to(read.stream().filter(MessageRow::reacted).map(one -> one.message().id()).toList());
		return read.stream().map(MessageRow::message)
				.map(message -> message.with(found.getOrDefault(message.id(), List.of()))).toList();
	}
}
