package app.hark.search;

/**
 * A part of an excerpt.
 *
 * @param marked whether it was searched for
 */
public record Piece(String text, boolean marked) {
}
