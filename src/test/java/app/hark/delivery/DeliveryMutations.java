package app.hark.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Delivery with one thing wrong: what the audit must notice. Each is a configuration to be started together with the
 * application; none is annotated, so that no scan finds it.
 */
public final class DeliveryMutations {

	private DeliveryMutations() {
	}

	/** A send is acknowledged before it is on the disk. */
	public static final class NoBarrier {

		@Bean
		@Primary
		Barrier promise() {
			return () -> {
			};
		}

		/** What was acknowledged is stored some time later, as H2 does it by itself. */
		@Bean
		@Primary
		Keeper late(SingleWriter writers, H2Store store) {
			return new Keeper(writers, store, store::checkpoint);
		}
	}

	/** Nobody is woken. */
	public static final class NoRings {

		@Bean
		@Primary
		Doorbell deaf(StreamProperties properties) {
			return new Doorbell(properties) {

				@Override
				void ring(Map<Long, List<Entry>> news, long committed) {
					// lost
				}
			};
		}
	}

	/** No other node is told anything. */
	public static final class NoNotes {

		@Bean
		@Primary
		Nodes alone() {
			return Nodes.none();
		}
	}

	/** Whoever writes does so at once, as on a database that many write to: else neither of the two below could do harm. */
	private abstract static class NoTurns {

		@Bean
		@Primary
		SingleWriter freeForAll() {
			return new SingleWriter(Duration.ofSeconds(10)) {

				@Override
				DataSource guard(DataSource database) {
					return database;
				}
			};
		}
	}

	/** Inboxes are locked in whatever order. */
	public static final class InboxesInNoOrder extends NoTurns {

		@Bean
		@Primary
		Inboxes unordered(JdbcClient jdbc, Ledger ledger, SecureRandom random) {
			return new Inboxes(jdbc, ledger, random) {

				@Override
				Map<Long, List<Entry>> append(List<Line> lines) {
					var owners = new ArrayList<>(lines.stream().map(Line::owner).toList());
					Collections.shuffle(owners, random);
					for (Long owner : owners) {
						jdbc.sql("update inbox set head = head where owner_id = ?").param(owner).update();
						LockSupport.parkNanos(1_000_000);
					}
					return super.append(lines);
				}
			};
		}
	}

	/** Positions are handed out as an identity column does: at once, to transactions that commit in another order. */
	public static final class PositionsFromASequence extends NoTurns {

		@Bean
		@Primary
		Inboxes sequenced(JdbcClient jdbc, Ledger ledger, SecureRandom random) {
			var positions = new ConcurrentHashMap<Long, AtomicLong>();
			return new Inboxes(jdbc, ledger, random) {

				@Override
				Map<Long, List<Entry>> append(List<Line> lines) {
					var heads = new HashMap<Long, Long>();
					var added = new HashMap<Long, List<Entry>>();
					for (Line line : lines) {
						long position = positions.computeIfAbsent(line.owner(),
								owner -> new AtomicLong(end(owner).position())).incrementAndGet();
						LockSupport.parkNanos(random.nextLong(2_000_000));
						jdbc.sql("""
								insert into entry (owner_id, position, tag, kind, conversation_id, subject_id, created_at)
								values (?, ?, 'sequence', ?, ?, ?, current_timestamp)""").params(line.owner(), position,
								line.kind().stored(), line.conversation(), line.subject()).update();
						heads.put(line.owner(), position);
						added.computeIfAbsent(line.owner(), _ -> new ArrayList<>())
								.add(new Ledger.Tagged(line, "sequence").at(position));
					}
					heads.forEach((owner, head) -> jdbc
							.sql("update inbox set head = greatest(head, ?) where owner_id = ?").params(head, owner)
							.update());
					return added;
				}
			};
		}
	}
}
