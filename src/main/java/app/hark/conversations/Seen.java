package app.hark.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far what somebody wrote has come: whose devices have it, and who has seen it. */
@Repository
public class Seen {

	private final JdbcClient jdbc;
	private final JdbcTemplate batches;

	Seen(JdbcTemplate jdbc) {
		this.jdbc = JdbcClient.create(jdbc);
		this.batches = jdbc;
	}

	/**
	 * What stands at the newest message that somebody wrote in a conversation.
	 *
	 * @param seq the number of that message
	 * @param others how many it was written to
	 * @param arrived how many of them have it on a device, or have seen it
	 * @param seen how many of them have seen it and say so
	 */
	public record Mark(long conversationId, long seq, String author, long others, long arrived, long seen) {

		/** The text that says it; the count is its argument. */
		public String getText() {
			if (seen == 0) {
				return arrived < others ? "mark.sent" : "mark.arrived";
			}
			return seen < others ? "mark.seenBy" : "mark.seen";
		}
	}

	/** The mark of this person, if they are in the conversation and have written something. */
	public Optional<Mark> mark(long conversation, long person) {
		return jdbc.sql("""
				select me.conversation_id, me.own_seq as seq, p.username as author, count(*) as others,
				  sum(case when o.delivered_seq >= me.own_seq or o.last_read_seq >= me.own_seq then 1 else 0 end) as arrived,
				  sum(case when o.seen_seq >= me.own_seq and p.tells_seen and q.tells_seen then 1 else 0 end) as seen
				from participant me
				join person p on p.id = me.person_id
				join participant o on o.conversation_id = me.conversation_id and o.person_id <> me.person_id
				  and o.to_seq is null and o.from_seq < me.own_seq
				join person q on q.id = o.person_id
				where me.conversation_id = ? and me.person_id = ? and me.own_seq > me.from_seq
				group by me.conversation_id, me.own_seq, p.username""").params(conversation, person)
				.query((row, _) -> new Mark(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4),
						row.getLong(5), row.getLong(6)))
				.optional();
	}

	/** Those whose newest message this person will have seen, and say so, only after reading so far; they are told of it. */
	List<Long> toldOfReading(long conversation, long reader, long upTo) {
		return jdbc.sql("""
				select o.person_id from participant o
				join person q on q.id = o.person_id and q.tells_seen
				join participant me on me.conversation_id = o.conversation_id and me.person_id = :reader
				join person p on p.id = me.person_id and p.tells_seen
				where o.conversation_id = :conversation and o.person_id <> :reader and o.to_seq is null
				and o.own_seq > me.seen_seq and o.own_seq <= :upTo""").param("reader", reader)
				.param("conversation", conversation).param("upTo", upTo).query(Long.class).list();
	}

	/** The newest message of others in a conversation that a device of this person has. */
	public record Newest(long person, long conversation, long seq) {
	}

	/** Somebody who is told how far what they wrote in a conversation has come. */
	public record Told(long person, long conversation) {
	}

	/** Those whose newest message is now for the first time on a device of one of these, unless it is marked as seen. */
	public List<Told> toldOfArrival(Collection<Newest> news) {
		return jdbc.sql("""
				select o.person_id, o.conversation_id
				from unnest(cast(? as bigint array), cast(? as bigint array), cast(? as bigint array))
				  as newest (person_id, conversation_id, seq)
				join participant me on me.conversation_id = newest.conversation_id and me.person_id = newest.person_id
				join person p on p.id = me.person_id
				join participant o on o.conversation_id = me.conversation_id and o.person_id <> me.person_id
				  and o.to_seq is null and o.own_seq > me.delivered_seq and o.own_seq <= newest.seq
				join person q on q.id = o.person_id
				where not (o.own_seq <= me.seen_seq and p.tells_seen and q.tells_seen)""")
				.params(column(news, Newest::person), column(news, Newest::conversation), column(news, Newest::seq))
				.query((row, _) -> new Told(row.getLong(1), row.getLong(2))).list();
	}

	private static Object column(Collection<Newest> news, ToLongFunction<Newest> of) {
		return news.stream().map(of::applyAsLong).toArray(Long[]::new);
	}

	/** Moves on what the devices of each of these have, never back. */
	public void arrived(Collection<Newest> news) {
		batches.batchUpdate("""
				update participant set delivered_seq = ?
				where conversation_id = ? and person_id = ? and delivered_seq < ?""", news.stream()
				.map(one -> new Object[]{one.seq(), one.conversation(), one.person(), one.seq()}).toList());
	}
}
