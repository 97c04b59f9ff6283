/**
 * Who talks with whom: conversations, their participants, and how far each has read.
 * <p>
 * <b>Why:</b> order inside a conversation is a number taken under the conversation's lock, and unread is a difference of
 * two such numbers. So there is no counter that could drift, and no clock that could put messages in the wrong order.
 * Access is a lookup that includes the person: not there and not yours are the same answer.
 */
@NullMarked
@ApplicationModule(displayName = "Conversations", allowedDependencies = {"delivery", "people"})
package app.hark.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
