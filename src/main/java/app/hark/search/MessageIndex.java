package app.hark.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The words of messages in a folder: which messages hold which. It is sorted by id, newest first, so a search stops in each
 * of its parts as soon as it has enough. One thread writes; any number search meanwhile, in what was last {@link #show() shown}.
 */
final class MessageIndex implements Closeable {

	private static final Sort NEWEST_FIRST = new Sort(new SortField(Fields.ID, SortField.Type.LONG, true));

	private final Directory folder;
	private final IndexWriter writer;
	private final SearcherManager searchers;

	private MessageIndex(Directory folder, IndexWriter writer, SearcherManager searchers) {
		this.folder = folder;
		this.writer = writer;
		this.searchers = searchers;
	}

	/** Opens what is in the folder, or makes a new index there. */
	static MessageIndex open(Path path) throws IOException {
		Directory folder = FSDirectory.open(path);
		IndexWriter writer = null;
		try {
			writer = new IndexWriter(folder, settings());
			return new MessageIndex(folder, writer, new SearcherManager(writer, new Uncached()));
		} catch (IOException | RuntimeException e) {
			if (writer != null) {
				writer.rollback();
			}
			folder.close();
			throw e;
		}
	}

	/** Nothing is written in order to close. */
	private static IndexWriterConfig settings() {
		return new IndexWriterConfig().setIndexSort(NEWEST_FIRST).setCommitOnClose(false);
	}

	/** Keeps nothing between searches: what is common is fast anyway, and memory stays where it is. */
	private static final class Uncached extends SearcherFactory {

		@Override
		public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
			var searcher = new IndexSearcher(reader);
			searcher.setQueryCache(null);
			return searcher;
		}
	}

	/** Puts a message in, in the place of what there is of it; takes out one that is deleted. */
	void put(Indexed message) throws IOException {
		Term key = Fields.key(message);
		if (message.isDeleted()) {
			writer.deleteDocuments(key);
		} else {
			writer.updateDocument(key, Fields.of(message));
		}
	}

	/** Lets searches see what was put in until now. */
	void show() throws IOException {
		searchers.maybeRefresh();
	}

	/** Keeps what was put in until now, with a note on how far that is. */
	void keep(Map<String, String> note) throws IOException {
		writer.setLiveCommitData(note.entrySet());
		writer.commit();
	}

	/** The note that was kept last, empty in a new index. */
	Map<String, String> note() {
		var note = new HashMap<String, String>();
		var data = writer.getLiveCommitData();
		if (data != null) {
			data.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
		}
		return note;
	}

	/** Writes all of it anew if something in it is deleted, so that its words are in no file any more. */
	void forget() throws IOException {
		show();
		if (writer.hasDeletions()) {
			writer.forceMerge(1);
		}
	}

	/** The ids of the newest messages that meet a query, newest first. */
	List<Long> newest(Query query, int limit) throws IOException {
		IndexSearcher searcher = searchers.acquire();
		try {
			var found = searcher.search(query, new TopFieldCollectorManager(NEWEST_FIRST, limit, 1));
			return Stream.of(found.scoreDocs).map(hit -> (Long) ((FieldDoc) hit).fields[0]).toList();
		} finally {
			searchers.release(searcher);
		}
	}

	/** Messages in it, those not shown yet included. */
	int size() {
		return writer.getDocStats().numDocs;
	}

	/** What it takes on the disk. */
	long bytes() throws IOException {
		long bytes = 0;
		for (String file : folder.listAll()) {
			bytes += folder.fileLength(file);
		}
		return bytes;
	}

	/** Whether what is on the disk cannot be read any more, as far as has been noticed. */
	boolean isBroken() {
		return writer.getTragicException() instanceof CorruptIndexException;
	}

	/** Writes no more. What was not kept is given up and will be read again; searches go on in what was shown last. */
	void stopWriting() throws IOException {
		writer.rollback();
	}

	/** Takes no longer than stopping a merge. */
	@Override
	public void close() throws IOException {
		try (folder; searchers) {
			stopWriting();
		}
	}
}
