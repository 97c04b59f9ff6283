package app.hark.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import app.hark.delivery.Streams;
import app.hark.people.SignedIn;

/** The live stream of whoever is signed in. */
@RestController
class StreamController {

	private final Streams streams;
	private final Following following;

	StreamController(Streams streams, Following following) {
		this.streams = streams;
		this.following = following;
	}

	/** The request ends with the headers; what follows has a thread of its own, which is virtual and costs next to nothing. */
	@GetMapping("/stream")
	void follow(@AuthenticationPrincipal SignedIn me, @RequestAttribute(StreamSessions.LEASE) String lease,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId,
			@RequestParam(required = false) @Nullable String after, HttpServletRequest request,
			HttpServletResponse response) throws IOException, ServletException {
		if (streams.areSentAway()) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		response.setContentType("text/event-stream;charset=utf-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Accel-Buffering", "no");
		var stream = streams.open(me.id(), lease, lastId == null ? after : lastId, following);
		try {
			Detached.answer(request, response, stream);
		} catch (IOException | ServletException | RuntimeException e) {
			stream.over();
			throw e;
		}
	}
}
