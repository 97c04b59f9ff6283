package app.hark.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import app.hark.search.Phrase.Place;

/** What a result shows of a message: on one line, from a little before the first word that was found. */
final class Excerpt {

	/** In UTF-16 units: about three lines of the page. */
	static final int LENGTH = 240;

	/** So much stands before the first word that was found. */
	private static final int LEAD = 60;

	private final String text;
	private final List<Place> places;
	private final List<Piece> pieces = new ArrayList<>();

	private Excerpt(String text, List<Place> places) {
		this.text = text;
		this.places = places;
	}

	/**
	 * Cuts a text around the places that were found.
	 *
	 * @param places in any order; they may overlap
	 */
	static List<Piece> of(String text, List<Place> places) {
		return new Excerpt(text, places.stream().sorted(Comparator.comparingInt(Place::start)).toList()).cut();
	}

	private List<Piece> cut() {
		int first = places.isEmpty() ? 0 : places.getFirst().start();
		boolean fits = text.length() <= LENGTH;
		int start = fits || first <= LEAD ? 0 : boundary(Math.min(first - LEAD, text.length() - LENGTH));
		int end = fits || start + LENGTH >= text.length() ? text.length() : boundary(start + LENGTH);
		if (start > 0) {
			add("…", false);
		}
		int done = start;
		for (Place place : places) {
			int from = Math.clamp(place.start(), done, end);
			int to = Math.clamp(place.end(), from, end);
			add(text.substring(done, from), false);
			add(text.substring(from, to), true);
			done = to;
		}
		add(text.substring(done, end), false);
		if (end < text.length()) {
			add("…", false);
		}
		return pieces;
	}

	/** Where a line could be broken, at or before this place; within a very long word, between two of its characters. */
	private int boundary(int at) {
		var lines = BreakIterator.getLineInstance(Locale.ROOT);
		lines.setText(text);
		int line = lines.isBoundary(at) ? at : lines.preceding(at);
		if (at - line <= LEAD) {
			return line;
		}
		var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		return characters.isBoundary(at) ? at : characters.preceding(at);
	}

	private void add(String part, boolean marked) {
		if (!part.isEmpty()) {
			pieces.add(new Piece(part.replaceAll("\\s+", " "), marked));
		}
	}
}
