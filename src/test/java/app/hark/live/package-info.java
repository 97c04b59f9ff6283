/** Hark in real browsers: what arrives by itself, what a broken link must not lose, and what a page looks like and weighs. */
@NullMarked
package app.hark.live;

import org.jspecify.annotations.NullMarked;
