package app.hark.delivery;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How inboxes are written: the one statement of theirs that every send waits for, in the form that suits the database. */
interface Ledger {

	/**
	 * Raises the heads of inboxes and adds the entries, inside the caller's transaction. The inboxes are locked until it ends,
	 * and where others may be locking meanwhile, in ascending order of their owners.
	 *
	 * @param lines of each owner, in their order
	 * @return the new head of each inbox
	 */
	Map<Long, Long> append(SortedMap<Long, List<Tagged>> lines);

	/** A line and the tag by which its position is recognised. */
	record Tagged(Line line, String tag) {

		Entry at(long position) {
			return new Entry(position, tag, line.kind(), line.conversation(), line.subject());
		}
	}
}
