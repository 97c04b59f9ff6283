package app.hark.conversations;

import org.jspecify.annotations.Nullable;

import app.hark.people.Person;

/**
 * A conversation as one of its participants has it.
 *
 * @param lastSeq the number of the newest message that this participant sees, 0 while there is none
 * @param lastReadSeq how far this participant has read
 * @param fromSeq all that this participant sees, in whichever of their stays, is behind this number
 * @param left whether this participant is in it no more, and only keeps what they had seen
 * @param other the other participant, if it is one of two people
 * @param group what it is called and who looks after it, if it is one of a group
 */
public record Conversation(long id, long lastSeq, long lastReadSeq, long fromSeq, boolean left, @Nullable Person other,
		@Nullable Group group) {

	/**
	 * What a group has that two people need not.
	 *
	 * @param ownerId who may remove people and hand it over
	 * @param showsPast whether newcomers see what was said before them
	 */
	public record Group(String name, long ownerId, boolean showsPast) {
	}
}
