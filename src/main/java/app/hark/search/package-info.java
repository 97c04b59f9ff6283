/**
 * Finds messages by their words, each person in their own conversations only.
 * <p>
 * <b>Why Lucene:</b> H2's full-text index is kept by triggers inside each send, cuts words for English and sorts whatever it has
 * found; PostgreSQL's is another one, with other words. Lucene runs inside this process on either database, and with an
 * index that is sorted newest first it stops reading as soon as a page is full, so that a word that is everywhere costs as
 * little as one that is nowhere else. Of its jars the core alone is used: where words begin and end, and when two are the
 * same, is said in {@link app.hark.search.Tokens} on top of the folding of names, once for index, query and marks.
 * <p>
 * <b>Why it cannot leak or lie:</b> the index is derived and never the truth. It holds words and numbers of messages, no
 * text. What it answers is looked up in the database together with who may see it ({@link app.hark.search.Sight}) and
 * compared with the words once more, so whatever is stale, deleted or somebody else's comes out as nothing. Its folder can be deleted
 * at any time, and is built anew in the background.
 * <p>
 * <b>Why it follows the table:</b> a send does nothing for it and cannot fail because of it; several nodes each keep their own.
 * A message is found about a second after it was sent.
 */
@NullMarked
@ApplicationModule(displayName = "Search", allowedDependencies = {"people", "conversations", "messages"})
package app.hark.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
