package app.hark.audit;

import app.hark.drive.HarkServer;

/** One way of breaking things while people write and read. */
interface Drill {

	/** Starts what is put to the test, with these further properties: the packaged application, or a mutation of it. */
	@FunctionalInterface
	interface Product {

		HarkServer start(String... properties);
	}

	/** What is broken, in the words of the report. */
	String title(Scale scale);

	Verdict run(Product product, Scale scale) throws Exception;
}
