package app.hark.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Criteria in the language of the index. It is put together from parts, never read from text, so nothing in it can be typed. */
final class IndexQuery {

	private IndexQuery() {
	}

	/** @param below only messages with ids below this one */
	static Query of(Criteria criteria, long below) {
		var all = new BooleanQuery.Builder();
		all.add(KeywordField.newSetQuery(Fields.CONVERSATION,
				criteria.conversations().stream().map(id -> new BytesRef(Long.toString(id))).toList()), Occur.FILTER);
		criteria.phrases().forEach(phrase -> all.add(of(phrase), Occur.FILTER));
		Long author = criteria.author();
		if (author != null) {
			all.add(new TermQuery(new Term(Fields.AUTHOR, author.toString())), Occur.FILTER);
		}
		if (criteria.from() != null || criteria.until() != null) {
			all.add(written(criteria), Occur.FILTER);
		}
		if (below < Long.MAX_VALUE) {
			var ids = NumericDocValuesField.newSlowRangeQuery(Fields.ID, Long.MIN_VALUE, below - 1);
			all.add(new IndexSortSortedNumericDocValuesRangeQuery(Fields.ID, Long.MIN_VALUE, below - 1, ids),
					Occur.FILTER);
		}
		return all.build();
	}

	private static Query of(Phrase phrase) {
		List<String> terms = phrase.terms();
		Term first = new Term(Fields.WORDS, terms.getFirst());
		if (phrase.beginning()) {
			return new PrefixQuery(first);
		}
		return terms.size() == 1 ? new TermQuery(first) : new PhraseQuery(Fields.PAIRS, pairs(terms));
	}

	private static String[] pairs(List<String> terms) {
		return IntStream.range(1, terms.size()).mapToObj(i -> Terms.pair(terms.get(i - 1), terms.get(i)))
				.toArray(String[]::new);
	}

	private static Query written(Criteria criteria) {
		Instant from = criteria.from();
		Instant until = criteria.until();
		return LongField.newRangeQuery(Fields.WRITTEN, from == null ? Long.MIN_VALUE : from.toEpochMilli(),
				until == null ? Long.MAX_VALUE : until.toEpochMilli() - 1);
	}
}
