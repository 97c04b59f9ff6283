package app.hark.delivery;

import java.util.Collection;
import java.util.Set;

/** Says which streams may stay open. A lease is what a stream was opened with: a session, later also a token. */
public interface Leases {

	/** Those of the given leases that still hold. Must not prolong any of them. */
	Set<String> holding(Collection<String> leases);
}
