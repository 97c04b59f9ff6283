package app.hark.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import app.hark.search.Phrase.Place;

/** What a result shows of a message: all of a short one, of a long one the parts in which something was found. */
final class Excerpt {

	/** In UTF-16 units: about three lines of the page. */
	static final int LENGTH = 240;

	/** More parts of a text would be too short to be understood. */
	private static final int MOST_PARTS = 4;

	private final String text;
	private final List<Place> places;
	private final List<Piece> pieces = new ArrayList<>();

	private Excerpt(String text, List<List<Place>> found) {
		this.text = text;
		this.places = found.stream().flatMap(List::stream).sorted(Comparator.comparingInt(Place::start)).toList();
	}

	/**
	 * Cuts a text into what was found in it and what is around that.
	 *
	 * @param found for each thing that was searched for its places, which may overlap those of others
	 */
	static List<Piece> of(String text, List<List<Place>> found) {
		var excerpt = new Excerpt(text, found);
		int done = 0;
		for (Place part : text.length() <= LENGTH ? List.of(new Place(0, text.length())) : excerpt.parts(found)) {
			excerpt.add(part.start() > done ? "…" : "", false);
			excerpt.mark(part);
			done = part.end();
		}
		excerpt.add(done < text.length() ? "…" : "", false);
		return excerpt.pieces;
	}

	/** Around the first place of each thing, as far as the room goes; what touches is one part. */
	private List<Place> parts(List<List<Place>> found) {
		var firsts = found.stream().map(List::getFirst).sorted(Comparator.comparingInt(Place::start)).limit(MOST_PARTS)
				.toList();
		int room = LENGTH / Math.max(1, firsts.size());
		List<Place> parts = new ArrayList<>();
		for (Place first : firsts.isEmpty() ? List.of(new Place(0, 0)) : firsts) {
			int start = boundary(Math.clamp(first.start() - room / 4, 0, text.length() - room), room / 4);
			int end = boundary(Math.min(start + room, text.length()), room / 4);
			if (!parts.isEmpty() && start <= parts.getLast().end()) {
				start = parts.removeLast().start();
			}
			parts.add(new Place(start, Math.max(end, start)));
		}
		return parts;
	}

	private void mark(Place part) {
		int done = part.start();
		for (Place place : places) {
			int from = Math.clamp(place.start(), done, part.end());
			int to = Math.clamp(place.end(), from, part.end());
			add(text.substring(done, from), false);
			add(text.substring(from, to), true);
			done = to;
		}
		add(text.substring(done, part.end()), false);
	}

	/** Where a line could be broken, at or a little before this place; within a long word, between two of its characters. */
	private int boundary(int at, int little) {
		int line = before(at, BreakIterator.getLineInstance(Locale.ROOT));
		return at - line <= little ? line : before(at, BreakIterator.getCharacterInstance(Locale.ROOT));
	}

	private int before(int at, BreakIterator breaks) {
		breaks.setText(text);
		return breaks.isBoundary(at) ? at : breaks.preceding(at);
	}

	private void add(String part, boolean marked) {
		if (!part.isEmpty()) {
			pieces.add(new Piece(part.replaceAll("\\s+", " "), marked));
		}
	}
}
