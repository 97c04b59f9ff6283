package app.hark.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/** What the index holds of a message: words and numbers, no text. */
final class Fields {

	static final String ID = "id";
	static final String WORDS = "words";

	/** What phrases are found by: two words that are common each, but never stand together, must not be slow to miss. */
	static final String PAIRS = "pairs";

	static final String CONVERSATION = "conversation";
	static final String AUTHOR = "author";
	static final String WRITTEN = "written";

	/** The id once more, as a word: by this a message is replaced. */
	private static final String KEY = "key";

	private static final FieldType ANYWHERE = type(IndexOptions.DOCS);
	private static final FieldType WITH_PLACES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

	private Fields() {
	}

	private static FieldType type(IndexOptions options) {
		var type = new FieldType();
		type.setIndexOptions(options);
		type.setOmitNorms(true);
		type.freeze();
		return type;
	}

	static Term key(Indexed message) {
		return new Term(KEY, Long.toString(message.id()));
	}

	static Document of(Indexed message) {
		var document = new Document();
		document.add(new StringField(KEY, Long.toString(message.id()), Store.NO));
		document.add(new NumericDocValuesField(ID, message.id()));
		var tokens = Tokens.of(message.body());
		document.add(new Field(WORDS, Terms.words(tokens), ANYWHERE));
		document.add(new Field(PAIRS, Terms.pairs(tokens), WITH_PLACES));
		document.add(new KeywordField(CONVERSATION, Long.toString(message.conversationId()), Store.NO));
		document.add(new StringField(AUTHOR, Long.toString(message.authorId()), Store.NO));
		document.add(new LongField(WRITTEN, message.createdAt().toInstant().toEpochMilli(), Store.NO));
		return document;
	}
}
