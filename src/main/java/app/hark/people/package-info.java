/**
 * The people who have an account: who they are, how they prove it, how others find them.
 * <p>
 * <b>Why:</b> an account is a name and a passphrase and nothing else, since a self-hosted messenger has no mail server to
 * lean on. Names are found by an index of their folded words that we keep ourselves: every database can read a range of
 * an ordered index, and no database's text search folds accents, scripts without spaces and prefixes alike.
 */
@NullMarked
@ApplicationModule(displayName = "People", allowedDependencies = "delivery")
package app.hark.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
