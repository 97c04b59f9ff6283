package app.hark.audit;

/** How much of a drill is run: the short form is part of every build, the full one is the audit. */
enum Scale {

	SHORT, FULL;

	int pick(int inShort, int inFull) {
		return this == SHORT ? inShort : inFull;
	}
}
