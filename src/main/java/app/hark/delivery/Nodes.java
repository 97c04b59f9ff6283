package app.hark.delivery;

import java.util.List;

/** All the other Harks that share the database. Nothing depends on what they are told: it only makes them faster. */
public interface Nodes {

	/** Tells all others within milliseconds, if it is not lost. Waits for nothing. */
	void tell(Topic topic, long... ids);

	/** A room that listens. Must not wait for anything. */
	interface Listener {

		/**
		 * Another node has told this.
		 *
		 * @param node names it for as long as it runs
		 */
		void heard(String node, Topic topic, List<Long> ids);
	}

	/** There is one Hark, and nobody to tell. */
	static Nodes none() {
		return (_, _) -> {
		};
	}
}
