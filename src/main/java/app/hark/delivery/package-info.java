/**
 * What a person is told, durably and in order: inboxes, the streams that follow them, the doorbell that wakes the streams.
 * <p>
 * <b>Why:</b> whoever is told of a change only by a notification misses it when the link, the laptop or the server is
 * away. Therefore a change commits together with one entry in the inbox of each person it concerns, and a stream is
 * nothing but a cursor over one inbox. A notification only wakes a stream and may be lost; a restart, a cut link and a
 * second tab are the same case. This room knows ids alone: what an entry looks like is given to it as a function.
 * <p>
 * Everything that depends on where all of it is kept is in two places: {@code OwnDatabase}, a file of H2 that this Hark has for
 * itself, and {@code SharedDatabase}, a PostgreSQL with any number of nodes. What nodes tell each other ({@code Nodes}) only
 * makes them faster; a node that has heard nothing finds it by looking ({@code Sweep}).
 */
@NullMarked
@ApplicationModule(displayName = "Delivery", allowedDependencies = {})
package app.hark.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
