package app.hark.web;

import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import app.hark.delivery.SharedDatabase;

/**
 * In a table of the PostgreSQL that all nodes share, for what must not be done more often only because there are more nodes.
 * Whatever merely spares a node its work is counted by that node.
 */
@Component
@Profile(SharedDatabase.PROFILE)
class SharedBuckets implements Buckets {

	/** Longer than the longest limit looks back. */
	private static final Duration KEPT = Duration.ofHours(2);

	private final Buckets own = new Own();
	private final JdbcClient jdbc;
	private final Table table = new Table();

	SharedBuckets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Bucket of(Limit limit, String who) {
		return limit.perNode()
				? own.of(limit, who)
				: table.builder().build(limit.name() + " " + who, () -> Buckets.configuration(limit));
	}

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		jdbc.sql("delete from bucket where expires_at < ?").param(OffsetDateTime.now(ZoneOffset.UTC)).update();
	}

	/** Reads a state, and writes the next one only in its place: whoever comes in between is asked again. */
	private final class Table extends AbstractCompareAndSwapBasedProxyManager<String> {

		Table() {
			super(ClientSideConfig.getDefault());
		}

		@Override
		protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
			return new CompareAndSwapOperation() {

				@Override
				public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
					return jdbc.sql("select state from bucket where id = ?").param(id).query(byte[].class).optional();
				}

				@Override
				public boolean compareAndSwap(byte @Nullable [] before, byte[] next, RemoteBucketState state,
						Optional<Long> timeoutNanos) {
					var until = OffsetDateTime.now(ZoneOffset.UTC).plus(KEPT);
					var value = new SqlParameterValue(Types.BINARY, next);
					return (before == null
							? jdbc.sql("""
									insert into bucket (id, state, expires_at) values (?, ?, ?)
									on conflict do nothing""").params(id, value, until)
							: jdbc.sql("update bucket set state = ?, expires_at = ? where id = ? and state = ?")
									.params(value, until, id, new SqlParameterValue(Types.BINARY, before)))
							.update() == 1;
				}
			};
		}

		@Override
		protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isAsyncModeSupported() {
			return false;
		}

		@Override
		public void removeProxy(String id) {
			jdbc.sql("delete from bucket where id = ?").param(id).update();
		}

		@Override
		protected CompletableFuture<Void> removeAsync(String id) {
			throw new UnsupportedOperationException();
		}
	}
}
