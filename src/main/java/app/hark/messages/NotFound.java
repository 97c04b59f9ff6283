package app.hark.messages;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or it is not for this person: the same answer, so that nobody learns which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFound extends RuntimeException {

	@Serial private static final long serialVersionUID = 1;
}
