package app.hark.messages;

import java.security.SecureRandom;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.people.SignedIn;

/** Where messages are sent to. A script gets what every stream gets; a plain form is led to the conversation. */
@Controller
class SendController {

	private final Sending sending;
	private final Timeline timeline;
	private final ConversationList list;
	private final SecureRandom random;

	SendController(Sending sending, Timeline timeline, ConversationList list, SecureRandom random) {
		this.sending = sending;
		this.timeline = timeline;
		this.list = list;
		this.random = random;
	}

	@PostMapping("/messages")
	String toPerson(@AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String body, @RequestParam(required = false) @Nullable Long replyTo,
			@RequestParam(defaultValue = "") String clientToken,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted,
			HttpServletResponse response,
			Model model) {
		var sent = sending.to(to, me.id(), body, replyTo, clientToken);
		response.setHeader("HX-Replace-Url", "/conversations/" + sent.conversationId());
		return answer(sent, me, scripted, model);
	}

	@PostMapping("/conversations/{id}/messages")
	String intoConversation(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String body, @RequestParam(required = false) @Nullable Long replyTo,
			@RequestParam(defaultValue = "") String clientToken,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String scripted, Model model) {
		return answer(sending.into(id, me.id(), body, replyTo, clientToken), me, scripted, model);
	}

	private String answer(Message sent, SignedIn me, @Nullable String scripted, Model model) {
		if (scripted == null) {
			return "redirect:/conversations/" + sent.conversationId();
		}
		var latest = list.latest(sent.conversationId(), me.id()).orElseThrow(NotFound::new);
		model.addAttribute("item", latest.item());
		model.addAttribute("message", latest.message(sent.identity())
				.or(() -> timeline.find(sent.identity(), me.id())).orElseThrow(NotFound::new));
		model.addAttribute("clientToken", Composer.freshToken(random));
		return "messages/sent";
	}
}
