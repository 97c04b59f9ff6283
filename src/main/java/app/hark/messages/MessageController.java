package app.hark.messages;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

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
	private final Reacting reacting;
	private final ConversationList list;
	private final SecureRandom random;

	MessageController(Timeline timeline, Chats chats, Editing editing, Reacting reacting, ConversationList list,
			SecureRandom random) {
		this.timeline = timeline;
		this.chats = chats;
		this.editing = editing;
		this.reacting = reacting;
		this.list = list;
		this.random = random;
	}

	/**
	 * What the viewer can do with a message.
	 *
	 * @param present whether the viewer is in the conversation still
	 * @param edit the text to be edited, or null while it is not
	 * @param emoji what was typed to react with, if that was refused
	 * @param alert why it was refused
	 */
	public record Tools(MessageView message, long viewer, boolean present, @Nullable String edit, String emoji,
			@Nullable String alert) {

		/** Whether something can be done with it at all. */
		public boolean isOpen() {
			return present && !message.deleted();
		}

		/** Whether the viewer may change it. */
		public boolean isMine() {
			return isOpen() && message.author().id() == viewer;
		}

		/** The emoji near at hand, and for each whether the viewer reacted with it already. */
		public Map<String, Boolean> getNear() {
			var near = new LinkedHashMap<String, Boolean>();
			Emoji.NEAR.forEach(emoji -> near.put(emoji, message.reactions().stream()
					.anyMatch(reaction -> reaction.emoji().equals(emoji) && reaction.isBy(viewer))));
			return near;
		}
	}

	@GetMapping("/messages/{id}")
	String show(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestAttribute(required = false) @Nullable String refusal, @RequestParam(defaultValue = "") String emoji,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		return show(tools(find(id, me), me, null, refusal == null ? "" : emoji, refusal), me, scripted, model);
	}

	@GetMapping("/messages/{id}/edit")
	String edit(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestAttribute(required = false) @Nullable String refusal, @RequestParam(defaultValue = "") String body,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		var message = find(id, me);
		var tools = tools(message, me, refusal == null ? message.text() : body, "", refusal);
		return tools.isMine() ? show(tools, me, scripted, model) : "redirect:/messages/" + id;
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

	@PostMapping("/messages/{id}/reactions")
	String react(@AuthenticationPrincipal SignedIn me, @PathVariable long id,
			@RequestParam(defaultValue = "") String emoji,
			@RequestHeader(name = SCRIPT, required = false) @Nullable String scripted, Model model) {
		reacting.toggle(id, me.id(), emoji);
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
		model.addAttribute("clientToken", Composer.freshToken(random));
		model.addAttribute("composer",
				Composer.into(tools.message().conversationId(), null, ChatController.Typed.NOTHING));
		return "messages/chat";
	}

	private String changed(long id, SignedIn me, @Nullable String scripted, Model model) {
		var message = find(id, me);
		if (scripted == null) {
			return "redirect:/messages/" + id;
		}
		model.addAttribute("item", list.latest(message.conversationId(), me.id()).orElseThrow(NotFound::new).item());
		model.addAttribute("message", message);
		return "messages/changed";
	}

	private Tools tools(MessageView message, SignedIn me, @Nullable String edit, String emoji, @Nullable String alert) {
		return new Tools(message, me.id(), chats.isIn(message.conversationId(), me.id()), edit, emoji, alert);
	}

	private MessageView find(long id, SignedIn me) {
		return timeline.find(id, me.id()).orElseThrow(NotFound::new);
	}
}
