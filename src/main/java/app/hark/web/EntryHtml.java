package app.hark.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import app.hark.delivery.Entry;
import app.hark.delivery.Streams;
import app.hark.messages.ConversationList;
import app.hark.messages.Timeline;

/** What an entry looks like now: its conversation's line in the list, and the message if it tells of one. */
@Component
class EntryHtml implements Streams.Renderer {

	private final ConversationList list;
	private final Timeline timeline;
	private final ITemplateEngine templates;

	EntryHtml(ConversationList list, Timeline timeline, ITemplateEngine templates) {
		this.list = list;
		this.timeline = timeline;
		this.templates = templates;
	}

	/** Both look-ups include the owner, so what may no longer be seen comes out as nothing. */
	@Override
	public String html(long owner, Entry entry) {
		String item = list.find(entry.conversationId(), owner)
				.map(found -> render("messages/item", Map.of("item", found))).orElse("");
		Long id = entry.messageId();
		String message = id == null
				? ""
				: timeline.find(id, owner).map(found -> render("messages/message", Map.of("message", found)))
						.orElse("");
		return item + message;
	}

	private String render(String template, Map<String, Object> model) {
		return templates.process(template, Set.of(), new Context(Locale.ENGLISH, model)).strip();
	}
}
