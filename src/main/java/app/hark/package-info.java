/** Where Hark starts. */
@NullMarked
package app.hark;

import org.jspecify.annotations.NullMarked;
