package app.hark.search;

import java.time.ZonedDateTime;
import java.util.List;

import app.hark.messages.Face;
import app.hark.people.Person;

/**
 * A message that was found, as its finder sees it.
 *
 * @param with whom the conversation is with: one other, or a group
 * @param mine whether the finder wrote it
 * @param at in UTC
 */
public record Hit(long id, Person author, Face with, boolean mine, ZonedDateTime at, List<Piece> excerpt) {
}
