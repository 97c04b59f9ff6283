/**
 * One Hark after the other on the same data, with as little time as possible between them.
 * <p>
 * <b>Why:</b> only one process may have the H2 file open, so two cannot run side by side, and whoever is asked to restart
 * in the usual way is away for as long as a start takes. Therefore the next one starts beside the one that runs, practises
 * until Java has compiled what it will need, puts everything together, and asks for the database last. The one that runs is
 * asked by a file in the data folder, as for a backup: whoever may write there may ask, and there is neither a port nor a
 * secret. This room stands at the end of the line, since it knows the whole application.
 */
@NullMarked
@ApplicationModule(displayName = "Handover", allowedDependencies = {"backup", "delivery"})
package app.hark.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
