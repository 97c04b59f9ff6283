package app.hark.conversations;

/**
 * A conversation as one of its participants has it.
 *
 * @param lastSeq the number of its newest message, 0 while there is none
 * @param lastReadSeq how far this participant has read
 * @param otherId the other participant
 */
public record Conversation(long id, long lastSeq, long lastReadSeq, long otherId) {
}
