/**
 * What is around everything: the shell of each page, security, limits, refusals, the stream's address, errors.
 * <p>
 * <b>Why:</b> a stream renders with the same templates as the pages do, so this room, which sees all others, hands
 * delivery the function from an entry to its HTML. Whatever a filter or a handler refuses comes back through one place as
 * the page that it was sent from, with everything typed still in it.
 */
@NullMarked
@ApplicationModule(displayName = "Web", allowedDependencies = {"delivery", "people", "conversations", "messages"})
package app.hark.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
