package app.hark.delivery;

import org.jspecify.annotations.Nullable;

/** An entry before it has its place in an inbox. */
record Line(long owner, Kind kind, @Nullable Long conversation, @Nullable Long subject) {
}
