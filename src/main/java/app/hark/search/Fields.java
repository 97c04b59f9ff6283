package app.hark.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;

/** What the index holds of a message: words and numbers, no text. */
final class Fields {

	static final String ID = "id";
	static final String WORDS = "words";
	static final String CONVERSATION = "conversation";
	static final String AUTHOR = "author";
	static final String WRITTEN = "written";

	/** The id once more, as a word: by this a message is replaced. */
	private static final String KEY = "key";

	private Fields() {
	}

	static Term key(Indexed message) {
		return new Term(KEY, Long.toString(message.id()));
	}

	static Document of(Indexed message) {
		var document = new Document();
		document.add(new StringField(KEY, Long.toString(message.id()), Store.NO));
		document.add(new NumericDocValuesField(ID, message.id()));
		document.add(new TextField(WORDS, new Terms(Tokens.of(message.body()))));
		document.add(new KeywordField(CONVERSATION, Long.toString(message.conversationId()), Store.NO));
		document.add(new StringField(AUTHOR, Long.toString(message.authorId()), Store.NO));
		document.add(new LongField(WRITTEN, message.createdAt().toInstant().toEpochMilli(), Store.NO));
		return document;
	}
}
