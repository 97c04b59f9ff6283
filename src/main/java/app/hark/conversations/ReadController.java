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

/** How an open page says what its reader has seen. */
@Controller
class ReadController {

	private final Conversations conversations;
	private final Reading reading;

	ReadController(Conversations conversations, Reading reading) {
		this.conversations = conversations;
		this.reading = reading;
	}

	@PostMapping("/conversations/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long upTo) {
		var conversation = conversations.find(id, me.id())
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		reading.upTo(upTo, conversation, me.id());
	}
}
