package app.hark.messages;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The messages that are stored, one by one. {@link Timeline} reads them as people see them, {@link NewMessages} stores them. */
interface Messages extends Repository<Message, Long> {

	Optional<Message> findByAuthorIdAndClientToken(long authorId, String clientToken);

	/** Whether there was something to change. */
	@Modifying
	@Query("update message set body = :body, edited_at = :at where id = :id and deleted_at is null and body <> :body")
	boolean edit(long id, String body, Instant at);

	/** Keeps a message as it is until the caller's transaction ends. Whether it is there and not deleted. */
	@Modifying
	@Query("update message set deleted_at = null where id = :id and deleted_at is null")
	boolean lock(long id);

	/** Takes the text out of the database; what is left says that there was a message. Whether there was one. */
	@Modifying
	@Query("update message set body = '', deleted_at = :at where id = :id and deleted_at is null")
	boolean delete(long id, Instant at);
}
