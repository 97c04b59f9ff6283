package app.hark.messages;

import java.security.SecureRandom;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import app.hark.people.SignedIn;

/** One message: where it stands, and what can be done with it. A script gets the part, a plain link the whole page. */
@Controller
class MessageController {

	private static final String SCRIPT = "HX-Request";

	private final Timeline timeline;
	private final Chats chats;
	private final Editing editing;
	private final ConversationList list;
	private final SecureRandom random;

	MessageController(Timeline timeline, Chats chats, Editing editing, ConversationList list, SecureRandom random) {
		this.timeline = timeline;
		this.chats = chats;
		this.editing = editing;
		this.list = list;
		this.random = random;
	}

	/**
	 * What the viewer can do with a message.
	 *
	 * @param mine whether the viewer wrote it
	 * @param edit the text to be edited, or null while it is not
	 * @param alert why it was refused
	 */
	record Tools(MessageView message, boolean mine, @Nullable String edit, @Nullable String alert) {
	}

	@GetMapping("/messages/{id}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		var message = find(id, me);
		return show(new Tools(message, isMine(message, me), null, null), me, scripted, model);
	}

	@GetMapping("/messages/{id}/edit")
	String edit(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestAttribute(required = false) @Nullable String refusal, @RequestParam(defaultValue = "") String body,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		var message = find(id, me);
		if (!isMine(message, me) || message.deleted()) {
			return "redirect:/messages/" + id;
		}
		return show(new Tools(message, true, refusal == null ? message.text() : body, refusal), me, scripted, model);
	}

	@PostMapping("/messages/{id}/edit")
	String edit(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String body,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		editing.edit(id, me.id(), body);
		return changed(id, me, scripted, model);
	}

	@PostMapping("/messages/{id}/delete")
	String delete(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		editing.delete(id, me.id());
		return changed(id, me, scripted, model);
	}

	private String show(Tools tools, SignedIn me, @Nullable String scripted, Model model) {
		model.addAttribute("tools", tools);
		if (scripted != null) {
			return "messages/tools";
		}
		var chat = chats.at(tools.message(), me.id());
		model.addAttribute("chat", chat);
		model.addAttribute("before", tools.message().id());
		model.addAttribute("composer", Composer.into(tools.message().conversationId(), null,
				ChatController.Typed.nothing(random)));
		return "messages/chat";
	}

	private String changed(long id, SignedIn me, @Nullable String scripted, Model model) {
		var message = find(id, me);
		if (scripted == null) {
			return "redirect:/messages/" + id;
		}
		model.addAttribute("item", list.find(message.conversationId(), me.id()).orElseThrow(NotFound::new));
		model.addAttribute("message", message);
		return "messages/changed";
	}

	private MessageView find(long id, SignedIn me) {
		return timeline.find(id, me.id()).orElseThrow(NotFound::new);
	}

	private static boolean isMine(MessageView message, SignedIn me) {
		return message.author().id() == me.id();
	}
}
