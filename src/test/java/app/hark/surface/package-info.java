/** The pages of SURFACE.md, row by row, as a person without JavaScript meets them. */
@NullMarked
package app.hark.surface;

import org.jspecify.annotations.NullMarked;
