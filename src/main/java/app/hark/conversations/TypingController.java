package app.hark.conversations;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

import app.hark.people.SignedIn;

/** How an open page says that something is being written in it. */
@Controller
class TypingController {

	private final Conversations conversations;
	private final Typing typing;

	TypingController(Conversations conversations, Typing typing) {
		this.conversations = conversations;
		this.typing = typing;
	}

	@PostMapping("/conversations/{id}/typing")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void types(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
		var conversation = conversations.find(id, me.id()).filter(found -> !found.left())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		typing.begins(conversation.id(), me.id());
	}
}
