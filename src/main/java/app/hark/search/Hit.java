package app.hark.search;

import java.time.ZonedDateTime;
import java.util.List;

import app.hark.people.Person;

/**
 * A message that was found, as its finder sees it.
 *
 * @param other with whom the conversation is
 * @param mine whether the finder wrote it
 * @param at in UTC
 */
record Hit(long id, Person author, Person other, boolean mine, ZonedDateTime at, List<Piece> excerpt) {
}
