package app.hark.conversations;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import app.hark.people.SignedIn;

/** How an open page says what its reader has seen. */
@Controller
class ReadController {

	private final Reading reading;

	ReadController(Reading reading) {
		this.reading = reading;
	}

	@PostMapping("/conversations/{id}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long upTo) {
		reading.upTo(upTo, id, me.id());
	}
}
