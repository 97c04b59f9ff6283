package app.hark.search;

import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands the words of one text to Lucene, each one place behind the one before. */
final class Terms extends TokenStream {

	private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
	private final Iterator<Token> tokens;

	Terms(List<Token> tokens) {
		this.tokens = tokens.iterator();
	}

	@Override
	public boolean incrementToken() {
		clearAttributes();
		if (!tokens.hasNext()) {
			return false;
		}
		term.append(tokens.next().term());
		return true;
	}
}
