package app.hark.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands what is to be found of one text to Lucene, each at the place of its word. */
final class Terms extends TokenStream {

	/** Where a place has nothing: Lucene is told how far the next one is. */
	private static final String NOTHING = "";

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
	private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
	private final Iterator<String> places;

	private Terms(List<String> places) {
		this.places = places.iterator();
	}

	/** Each word. */
	static Terms words(List<Token> tokens) {
		return new Terms(tokens.stream().map(Token::term).toList());
	}

	/** Each two words with no space between them, at the place of the second. */
	static Terms pairs(List<Token> tokens) {
		List<String> pairs = new ArrayList<>();
		for (int i = 1; i < tokens.size(); i++) {
			pairs.add(tokens.get(i).joined() ? pair(tokens.get(i - 1).term(), tokens.get(i).term()) : NOTHING);
		}
		return new Terms(pairs);
	}

	/** Hardly any word has a space in it; what is found is compared with the text once more. */
	static String pair(String one, String next) {
		return one + ' ' + next;
	}

	@Override
	public boolean incrementToken() {
		clearAttributes();
		for (int far = 1; places.hasNext(); far++) {
			String next = places.next();
			if (!next.equals(NOTHING)) {
				term.append(next);
				step.setPositionIncrement(far);
				return true;
			}
		}
		return false;
	}
}
