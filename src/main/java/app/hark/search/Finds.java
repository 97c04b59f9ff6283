package app.hark.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param older the message before which there is more, or null
 */
public record Finds(List<Hit> hits, @Nullable Long older) {

	static final Finds NONE = new Finds(List.of(), null);
}
