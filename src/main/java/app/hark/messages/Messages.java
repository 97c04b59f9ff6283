package app.hark.messages;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The messages, one by one. {@link Timeline} reads them as people see them. */
interface Messages extends Repository<Message, Long> {

	Message save(Message message);

	Optional<Message> findByAuthorIdAndClientToken(long authorId, String clientToken);
}
