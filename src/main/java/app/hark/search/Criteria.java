package app.hark.search;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A {@link Question} in the numbers that the index knows.
 *
 * @param conversations where to look: none but those of whoever asks
 * @param author whose messages, or null for anybody's
 * @param from when the first of them may have been written, or null
 * @param until before when the last of them was written, or null
 */
record Criteria(List<Phrase> phrases, List<Long> conversations, @Nullable Long author, @Nullable Instant from,
		@Nullable Instant until) {
}
