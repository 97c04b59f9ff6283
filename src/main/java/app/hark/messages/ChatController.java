package app.hark.messages;

import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.conversations.Finding;
import app.hark.people.SignedIn;

/** The pages on which people read and write. */
@Controller
class ChatController {

	private final Chats chats;
	private final ConversationList list;
	private final Finding finding;
	private final SecureRandom random;

	ChatController(Chats chats, ConversationList list, Finding finding, SecureRandom random) {
		this.chats = chats;
		this.list = list;
		this.finding = finding;
		this.random = random;
	}

	/**
	 * What goes back into the composer: what was typed when a send was refused or the session had ended in between.
	 *
	 * @param clientToken kept, so that a second try is the same message
	 */
	record Typed(@Nullable String body, @Nullable String clientToken) {
	}

	/** Somebody who is new here sees people at once instead of an empty list. */
	@GetMapping("/conversations")
	String list(@AuthenticationPrincipal SignedIn me, Model model) {
		if (list.of(me.id()).isEmpty()) {
			model.addAttribute("results", finding.find(me.id(), "", 0));
		}
		return "messages/conversations";
	}

	@GetMapping("/conversations/with/{username}")
	String with(@AuthenticationPrincipal SignedIn me, @PathVariable String username, Typed typed,
			@RequestAttribute(required = false) @Nullable String refusal, Model model) {
		if (refusal != null && !chats.canWriteTo(username, me.id())) {
			model.addAttribute("composer", composer(null, username, typed, refusal, model));
			return "messages/unsent";
		}
		var other = chats.other(username, me.id());
		var chat = chats.with(other, me.id());
		String to = chat.conversationId() == null ? other.username() : null;
		return show(chat, to, typed, refusal, model);
	}

	@GetMapping("/conversations/{id}")
	String chat(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(required = false) @Nullable Long before, Typed typed,
			@RequestAttribute(required = false) @Nullable String refusal, Model model) {
		model.addAttribute("before", before);
		return show(chats.open(id, before, me.id()), null, typed, refusal, model);
	}

	@GetMapping(path = "/conversations/{id}", params = "before", headers = "HX-Request")
	String older(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long before, Model model) {
		model.addAttribute("chat", chats.open(id, before, me.id()));
		return "messages/older";
	}

	private String show(Chat chat, @Nullable String to, Typed typed, @Nullable String refusal, Model model) {
		model.addAttribute("chat", chat);
		model.addAttribute("composer", composer(chat.conversationId(), to, typed, refusal, model));
		return "messages/chat";
	}

	private Composer composer(@Nullable Long conversation, @Nullable String to, Typed typed, @Nullable String refusal,
			Model model) {
		String action = conversation == null ? "/messages" : "/conversations/" + conversation + "/messages";
		String body = typed.body() == null ? (String) model.getAttribute("draft") : typed.body();
		String token = typed.clientToken() == null ? Composer.freshToken(random) : typed.clientToken();
		return new Composer(action, to, body == null ? "" : body, token, refusal);
	}
}
