package app.hark.conversations;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

import app.hark.people.SignedIn;

/** What an open page says of whoever looks at it: how far they have read, and that they are writing. */
@Controller
class ReaderController {

	private final Conversations conversations;
	private final Reading reading;
	private final Typing typing;

	ReaderController(Conversations conversations, Reading reading, Typing typing) {
		this.conversations = conversations;
		this.reading = reading;
		this.typing = typing;
	}

	@PostMapping("/conversations/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long upTo) {
		reading.upTo(upTo, find(id, me), me.id());
	}

	@PostMapping("/conversations/{id}/typing")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void types(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		if (find(id, me).left()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		typing.begins(id, me.id());
	}

	private Conversation find(long id, SignedIn me) {
		return conversations.find(id, me.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}
}
