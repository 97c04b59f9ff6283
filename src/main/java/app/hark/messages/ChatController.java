package app.hark.messages;

import java.security.SecureRandom;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
	 * What goes back into the composer.
	 *
	 * @param refusal why it came back, or null if it did not
	 */
	public record Typed(String to, String body, @Nullable String refusal) {

		static final Typed NOTHING = new Typed("", "", null);
	}

	/** Kept where a message comes back, so that a second try is the same message; fresh if no page made it. */
	@ModelAttribute("clientToken")
	String clientToken(@RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(defaultValue = "") String clientToken) {
		return refusal != null && Composer.isToken(clientToken) ? clientToken : Composer.freshToken(random);
	}

	/** Only what comes back from a refusal or from signing in is filled in, never what a link says. */
	@ModelAttribute
	Typed typed(@RequestAttribute(required = false) @Nullable String refusal,
			@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String body, Model model) {
		String draft = Objects.requireNonNullElse((String) model.getAttribute("draft"), "");
		return refusal == null ? new Typed("", draft, null) : new Typed(to, body, refusal);
	}

	/** Somebody who is new here sees people at once instead of an empty list. */
	@GetMapping("/conversations")
	String list(@AuthenticationPrincipal SignedIn me, Model model) {
		if (list.isEmpty(me.id())) {
			model.addAttribute("results", finding.find(me.id(), "", 0));
		}
		return "messages/conversations";
	}

	@GetMapping("/conversations/with/{username}")
	String with(@AuthenticationPrincipal SignedIn me, @PathVariable String username,
			@ModelAttribute(binding = false) Typed typed, Model model) {
		return show(chats.with(username, me.id()), null, typed, model);
	}

	@GetMapping("/conversations/{id}")
	String chat(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(required = false) @Nullable Long before,
			@RequestParam(required = false) @Nullable Long replyTo,
			@ModelAttribute(binding = false) Typed typed, Model model) {
		model.addAttribute("before", before);
		return show(chats.open(id, before, me.id()), chats.quote(id, replyTo, me.id()), typed, model);
	}

	/** What the composer of an open page answers from now on, or nothing again. */
	@GetMapping(path = "/conversations/{id}", params = "replyTo", headers = "HX-Request")
	String reply(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(required = false) @Nullable Long replyTo, Model model) {
		model.addAttribute("composer",
				Composer.into(id, chats.quote(id, replyTo, me.id()), Typed.NOTHING));
		return "messages/reply";
	}

	@GetMapping(path = "/conversations/{id}", params = "before", headers = "HX-Request")
	String older(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @RequestParam long before, Model model) {
		model.addAttribute("chat", chats.open(id, before, me.id()));
		return "messages/older";
	}

	/** Where a message comes back to that was for nobody. */
	@GetMapping("/messages")
	String unsent(@ModelAttribute(binding = false) Typed typed, Model model) {
		if (typed.refusal() == null) {
			return "redirect:/conversations";
		}
		model.addAttribute("composer", Composer.to(typed.to(), typed));
		return "messages/unsent";
	}

	private static String show(Chat chat, @Nullable Quote replyTo, Typed typed, Model model) {
		model.addAttribute("chat", chat);
		model.addAttribute("composer", chat.conversationId() == null
				? Composer.to(chat.with().key(), typed)
				: Composer.into(chat.conversationId(), replyTo, typed));
		return "messages/chat";
	}
}
