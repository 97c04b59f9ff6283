/**
 * What people write: sending it, reading it page by page, the list of conversations with their last lines.
 * <p>
 * <b>Why:</b> a message commits together with the entries that tell of it, and its client token is unique for ever, so a
 * send can be repeated after any failure without coming twice. The list reads each last message by its number instead of
 * keeping a copy of it, so that there is no second truth to repair.
 */
@NullMarked
@ApplicationModule(displayName = "Messages", allowedDependencies = {"delivery", "people", "conversations"})
package app.hark.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
