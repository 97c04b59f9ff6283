package app.hark.search;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that has to be in a message: a word, or several with no space between them, as of {@code e-mail} or {@code 東京}.
 *
 * @param terms folded, at least one
 * @param beginning whether longer words that begin with it count as well
 */
record Phrase(List<String> terms, boolean beginning) {

	/** A beginning that is shorter than this is that of too many words to be meant. */
	private static final int SHORTEST_BEGINNING = 3;

	/** Where it stands in a text. */
	record Place(int start, int end) {
	}

	/** What was typed without a space in it. */
	static Phrase of(List<Token> tokens) {
		Token first = tokens.getFirst();
		boolean beginning = tokens.size() == 1 && first.whole()
				&& first.term().codePointCount(0, first.term().length()) >= SHORTEST_BEGINNING;
		return new Phrase(tokens.stream().map(Token::term).toList(), beginning);
	}

	/** All its places in a text, in order, none inside of another. */
	List<Place> in(List<Token> tokens) {
		List<Place> places = new ArrayList<>();
		for (int at = 0; at + terms.size() <= tokens.size(); at++) {
			if (isAt(at, tokens)) {
				int last = at + terms.size() - 1;
				places.add(new Place(tokens.get(at).start(), tokens.get(last).end()));
				at = last;
			}
		}
		return places;
	}

	private boolean isAt(int at, List<Token> tokens) {
		for (int i = 0; i < terms.size(); i++) {
			Token token = tokens.get(at + i);
			if (i > 0 && !token.joined() || !isMet(token.term(), terms.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean isMet(String found, String term) {
		return beginning ? found.startsWith(term) : found.equals(term);
	}
}
