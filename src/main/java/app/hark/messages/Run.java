package app.hark.messages;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a message's text that is shown in one way: plain, or as a link when {@code href} is given.
 *
 * @param text what is shown, exactly as typed; the runs of a message put together are the message
 * @param href where it leads: an absolute {@code http}, {@code https} or {@code mailto} address that is safe inside a
 *     double-quoted or single-quoted attribute
 */
public record Run(String text, @Nullable String href) {
}
