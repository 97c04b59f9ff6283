/**
 * Copies of everything that Hark keeps: making them while it runs, checking them, putting one back, and refusing to start on
 * a database that is not whole.
 * <p>
 * <b>Why:</b> a copy that nobody has opened is a hope. So a copy gets its name only after it has been opened as a restore
 * opens it and holds what the original held. This room stands to the right of those whose tables it counts and compares,
 * and left of web and of what starts it all; nobody else may know it. It is about the H2 file only, and its move to PostgreSQL, which has tools of its own.
 * A running server is asked by a file in the data folder, so that whoever may write there may have a copy, and there is
 * neither a port nor a secret. Copies cannot be fetched with a browser: each is everybody's messages, and a stolen session
 * should not be worth that much.
 */
@NullMarked
@ApplicationModule(displayName = "Backup", allowedDependencies = {"delivery", "people", "messages", "search"})
package app.hark.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
