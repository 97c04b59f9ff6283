package app.hark.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import app.hark.delivery.Entry;
import app.hark.delivery.Streams;
import app.hark.messages.ConversationItem;
import app.hark.messages.ConversationList;
import app.hark.messages.Timeline;
import app.hark.people.People;

/** What an entry looks like now: its conversation's line in the list, and the message if it tells of one. */
@Component
class EntryHtml implements Streams.Renderer {

	private final People people;
	private final ConversationList list;
	private final Timeline timeline;
	private final ITemplateEngine templates;

	EntryHtml(People people, ConversationList list, Timeline timeline, ITemplateEngine templates) {
		this.people = people;
		this.list = list;
		this.timeline = timeline;
		this.templates = templates;
	}

	/** Every look-up includes the owner, so what may no longer be seen comes out as nothing. */
	@Override
	public String html(long owner, Entry entry) {
		var item = list.find(entry.conversationId(), owner);
		String line = item.map(found -> render("messages/item", Map.of("item", found))).orElse("");
		Long message = entry.messageId();
		return message == null
				? line + item.map(found -> names(owner, found)).orElse("")
				: line + timeline.find(message, owner)
						.map(found -> render("messages/message", Map.of("message", found)))
						.orElse("");
	}

	/** Somebody may have been renamed: how both are called now. */
	private String names(long owner, ConversationItem item) {
		return render("people/names", Map.of("person", people.get(owner)))
				+ render("people/names", Map.of("person", item.other()));
	}

	private String render(String template, Map<String, Object> model) {
		return templates.process(template, Set.of(), new Context(Locale.ENGLISH, model)).strip();
	}
}
