/** What a server that is killed or stopped owes to those it has answered and to those who listen. */
@NullMarked
package app.hark.durable;

import org.jspecify.annotations.NullMarked;
