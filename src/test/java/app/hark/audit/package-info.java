/**
 * The delivery audit: sends through the front door while it breaks things on purpose, then compares what was acknowledged,
 * what is stored and what every reader was shown.
 * <p>
 * Those who take part write down what they notice in a {@link app.hark.audit.History}; nobody judges while things break.
 * Afterwards the server is stopped, the {@link app.hark.audit.Stored} truth is read from its database, and the
 * {@link app.hark.audit.Checker} compares. A {@link app.hark.audit.Drill} is one way of breaking things; the
 * {@link app.hark.audit.Scene} is what all of them share: a server, people, writers and readers. The
 * {@link app.hark.audit.Mutation mutations} prove that the checker can fail.
 */
@NullMarked
package app.hark.audit;

import org.jspecify.annotations.NullMarked;
