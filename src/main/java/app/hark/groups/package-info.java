/**
 * Conversations of more than two: making one, letting people in, removing them, leaving, handing it over.
 * <p>
 * <b>Why:</b> a group is a conversation like any other, so everything that is true of delivery holds for it. What happens to
 * it is a message of a kind of its own, written under the same lock as every message; its number says exactly what each
 * person sees: from each line that let them in to the line that let them go.
 */
@NullMarked
@ApplicationModule(displayName = "Groups", allowedDependencies = {"people", "conversations", "messages"})
package app.hark.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
