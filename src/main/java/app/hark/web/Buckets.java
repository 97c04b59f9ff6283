package app.hark.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import app.hark.delivery.SharedDatabase;

/** Where it is counted how often things were done. */
interface Buckets {

	Bucket of(Limit limit, String who);

	static BucketConfiguration configuration(Limit limit) {
		return BucketConfiguration.builder()
				.addLimit(rate -> rate.capacity(limit.times).refillIntervally(limit.times, limit.per)).build();
	}

	/** In the memory of this process. */
	@Component
	@Profile("!" + SharedDatabase.PROFILE)
	class Own implements Buckets {

		private record Key(Limit limit, String who) {
		}

		private final Cache<Key, Bucket> buckets = Caffeine.newBuilder().maximumSize(100_000)
				.expireAfterAccess(Duration.ofHours(1)).build();

		@Override
		public Bucket of(Limit limit, String who) {
			return buckets.get(new Key(limit, who), _ -> Bucket.builder()
					.addLimit(rate -> rate.capacity(limit.times).refillIntervally(limit.times, limit.per)).build());
		}
	}
}
