package app.hark.delivery;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;

/**
 * What was read for somebody since their inbox ended where it ends now, and need not be read again: whatever changes what
 * somebody sees adds to their inbox. What is newer than that end may be in it, as it may be in anything that is read.
 */
@Component
public class Snapshots {

	/** Lines and messages that are kept of all that people looked at last: some tens of megabytes. */
	private static final long KEPT = 30_000;

	private final Cache<Key, Snapshot> taken = Caffeine.newBuilder().maximumWeight(KEPT)
			.weigher((Key _, Snapshot snapshot) -> snapshot.weight()).build();

	private record Key(long viewer, Object what) {
	}

	private record Snapshot(Cursor end, Object value, int weight) {
	}

	/**
	 * @param end where the viewer's inbox ended before what is read now
	 * @param what is looked at, with all that it depends on besides its viewer
	 * @param size of what is read, in lines or messages
	 * @param read reads it; what it throws comes out, and nothing is kept
	 */
	@SuppressWarnings("unchecked")
	public <T> T of(long viewer, Cursor end, Object what, ToIntFunction<T> size, Supplier<T> read) {
		var key = new Key(viewer, what);
		var known = taken.getIfPresent(key);
		if (known != null && known.end().equals(end)) {
			// Whoever asks for the same thing reads it in the same way.
			return (T) known.value();
		}
		T value = read.get();
		taken.put(key, new Snapshot(end, value, 1 + size.applyAsInt(value)));
		return value;
	}
}
