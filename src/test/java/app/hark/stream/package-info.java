/** The stream of SURFACE.md as a tool without a browser reads it, and what holds when many write at once. */
@NullMarked
package app.hark.stream;

import org.jspecify.annotations.NullMarked;
